/** Community Management's development tier has 100 calls for a member and day; some stay for a second look. */
export const DEFAULT_CALLS = 80;

export const HELP = `Asks LinkedIn itself what its documents leave open, and records what it does.

  npm run contract:live -- [questions] [options]

  LINKEDIN_LIVE_TOKEN           an access token; it is sent to LinkedIn alone, and never printed or recorded
  LINKEDIN_LIVE_PAGE            URN or ID of a page of yours: owns the media, and is the author of posts;
                                without it, the member of the token
  LINKEDIN_LIVE_AD_ACCOUNT      URN or ID of an ad account of yours: for questions on media libraries
  LINKEDIN_LIVE_CLIENT_ID       of the app, and
  LINKEDIN_LIVE_CLIENT_SECRET   its secret: LinkedIn then says what the token may do
  LINKEDIN_LIVE_VERSION         the API version (the newest tested one when absent)
  LINKEDIN_LIVE_BASE            a simulator on this machine in place of LinkedIn, for a rehearsal

  <questions>     only these, by their names
  --list          print the questions, what each needs and how many calls it may make
  --again         also those that have a recording already
  --calls <n>     spend at most so many calls, cleaning up included (${DEFAULT_CALLS} when absent)
  --out <folder>  write the recordings there (test/simulator/observed; a rehearsal: .cache/live)
  --yes           don't ask before something becomes public: in a rehearsal only
  --help          this text

It asks before anything becomes public, deletes the posts that it made, archives its library entries, and
lists what stays: LinkedIn deletes no media. Ctrl+C ends it after the current call, and cleans up.
More: docs/live-contract.md
`;
