/** Made for these tests alone: it speaks for npm's registry, to nobody who wasn't told to trust it. */
const KEY = `MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgpw8tExGsqIJhwfSD
2m3dMdUeOVGW1fJ7o/A4M7Oi2PChRANCAASyaMlwaMhZrOnGxF6mb6EjW50itBnO
AYit8AJCSWabE3iVHAT8R+zfnS2615g2U3Oxa37jHzAzf+6gyialmoQx`;

const CERTIFICATE = `MIIBsDCCAVagAwIBAgIUYfgJ+Mz/Z1vcCvFfJO+vIWpQkAgwCgYIKoZIzj0EAwIw
HTEbMBkGA1UEAwwScmVnaXN0cnkubnBtanMub3JnMCAXDTI2MTIwMTA4NTE0MloY
DzIxMjYxMTA3MDg1MTQyWjAdMRswGQYDVQQDDBJyZWdpc3RyeS5ucG1qcy5vcmcw
WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASyaMlwaMhZrOnGxF6mb6EjW50itBnO
AYit8AJCSWabE3iVHAT8R+zfnS2615g2U3Oxa37jHzAzf+6gyialmoQxo3IwcDAd
BgNVHQ4EFgQU0uA1szPZ/hXHL0BHpI+JYcWP9MowHwYDVR0jBBgwFoAU0uA1szPZ
/hXHL0BHpI+JYcWP9MowHQYDVR0RBBYwFIIScmVnaXN0cnkubnBtanMub3JnMA8G
A1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgL9i5w+55Nq0t3zlkAhUs
Heno763kh1Ml+PJ8rwe78r0CIQDu+RebUq5SiZ8vg3JSR47cIvnScXnd2VdsACDr
5iaF3Q==`;

const pem = (label: string, body: string) =>
	`-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;

/** The only host that n8n installs from without a license for another one. */
export const REGISTRY = 'registry.npmjs.org';

export const CERTIFIED = {
	key: pem('PRIVATE KEY', KEY),
	cert: pem('CERTIFICATE', CERTIFICATE),
};
