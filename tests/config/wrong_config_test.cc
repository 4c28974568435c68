// Wrong configurations and what is said of them, to the letter.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/config.h"

namespace figured::config {
namespace {

// Five good lines; what a case adds begins in line 6.
constexpr char kGood[] =
    "[store]\n"
    "path = 'figured.db'\n"
    "[[feed]]\n"
    "url = 'https://a.example/rss'\n"
    "outlet = 'A'\n";

struct WrongCase {
  std::string name;
  std::string toml;
  std::string error;  // all of it, "figured.toml:" taken off each line
};

std::string error_of(const std::string& toml) {
  try {
    parse_config(toml, "figured.toml");
  } catch (const ConfigError& error) {
    std::string text = std::string("\n") + error.what();
    for (std::size_t at = 0; (at = text.find("\nfigured.toml:", at)) != std::string::npos; ++at)
      text.erase(at + 1, 13);
    return text.substr(1);
  }
  return "no error";
}

class WrongConfigTest : public testing::TestWithParam<WrongCase> {};
TEST_P(WrongConfigTest, Error) { EXPECT_EQ(error_of(kGood + GetParam().toml), GetParam().error); }

class WrongFileTest : public testing::TestWithParam<WrongCase> {};
TEST_P(WrongFileTest, Error) { EXPECT_EQ(error_of(GetParam().toml), GetParam().error); }

TEST(WrongConfigTest, TheGoodLinesAreGood) { EXPECT_EQ(error_of(kGood), "no error"); }

std::string named(const auto& test) { return test.param.name; }

const std::string kInterval = "a number and s, m, h or d in quotes, from 1s to 30d";
const std::string kBody = "a number and B, KiB, MiB or GiB in quotes, from 1KiB to 1GiB";

INSTANTIATE_TEST_SUITE_P(
    Claims, WrongConfigTest,
    testing::Values(WrongCase{"WeightsAreANumber", "[claims]\nweights = 3",
                              "7:11: claims.weights: is an integer; a string"},
                    WrongCase{"WeightsAreNotThere", "[claims]\nweights = '/none/own.tsv'",
                              "7:11: claims.weights: there is no file '/none/own.tsv'; "
                              "an existing file"},
                    WrongCase{"WeightIsMisspelt", "[claims]\nweight = 'own.tsv'",
                              "7:1: claims.weight: unknown key; did you mean claims.weights?"}),
    [](const auto& test) { return named(test); });

INSTANTIATE_TEST_SUITE_P(
    Poll, WrongConfigTest,
    testing::Values(
        WrongCase{"ZoneIsNoZone", "[[feed]]\nurl = 'http://b/'\noutlet = 'B'\nzone = 'IST'",
                  "9:8: feed.zone: \"IST\" is no time zone; "
                  "a name of the IANA time zone database, \"Asia/Kolkata\""},
        WrongCase{"IntervalIsNoDuration", "[poll]\ninterval = '5x'",
                  "7:12: poll.interval: \"5x\" is no duration; " + kInterval},
        WrongCase{"IntervalWithoutUnit", "[poll]\ninterval = '300'",
                  "7:12: poll.interval: \"300\" is no duration; " + kInterval},
        WrongCase{"IntervalIsAnInteger", "[poll]\ninterval = 300",
                  "7:12: poll.interval: is an integer; " + kInterval},
        WrongCase{"IntervalTooShort", "[poll]\ninterval = '0s'",
                  "7:12: poll.interval: \"0s\" is too short; " + kInterval},
        WrongCase{"IntervalTooLong", "[poll]\ninterval = '31d'",
                  "7:12: poll.interval: \"31d\" is too long; " + kInterval},
        WrongCase{"IntervalNegative", "[poll]\ninterval = '-5m'",
                  "7:12: poll.interval: \"-5m\" is no duration; " + kInterval},
        WrongCase{"IntervalBeyondNumbers", "[poll]\ninterval = '99999999999999999999d'",
                  "7:12: poll.interval: \"99999999999999999999d\" is no duration; " + kInterval},
        WrongCase{"TimeoutTooLong", "[poll]\ntimeout = '1h'",
                  "7:11: poll.timeout: \"1h\" is too long; "
                  "a number and s, m, h or d in quotes, from 1s to 10m"},
        WrongCase{"NoneInFlight", "[poll]\nmax_in_flight = 0",
                  "7:17: poll.max_in_flight: 0 is out of range; a whole number from 1 to 4096"},
        WrongCase{"HalfInFlight", "[poll]\nmax_in_flight = 0.5",
                  "7:17: poll.max_in_flight: is a number; a whole number from 1 to 4096"},
        WrongCase{"BodyWithoutUnit", "[poll]\nmax_body = '16'",
                  "7:12: poll.max_body: \"16\" is no size; " + kBody},
        WrongCase{"BodyInMegabytes", "[poll]\nmax_body = '16MB'",
                  "7:12: poll.max_body: \"16MB\" is no size; " + kBody},
        WrongCase{"BodyTooSmall", "[poll]\nmax_body = '10B'",
                  "7:12: poll.max_body: \"10B\" is too small; " + kBody},
        WrongCase{"BodyTooLarge", "[poll]\nmax_body = '2GiB'",
                  "7:12: poll.max_body: \"2GiB\" is too large; " + kBody},
        WrongCase{"AgentEmpty", "[poll]\nuser_agent = ''",
                  "7:14: poll.user_agent: is empty; a string with something in it"},
        WrongCase{"AgentSmugglesAHeader", "[poll]\nuser_agent = \"a\\r\\nCookie: b\"",
                  "7:14: poll.user_agent: holds a control character; one line of text"},
        WrongCase{"MisspeltKey", "[poll]\nintervall = '5m'",
                  "7:1: poll.intervall: unknown key; did you mean poll.interval?"},
        WrongCase{"UnknownKey", "[poll]\ncolour = 1",
                  "7:1: poll.colour: unknown key; "
                  "one of interval, stretch, failing_after, host_connections, host_rate, timeout, "
                  "max_in_flight, max_body, user_agent"},
        WrongCase{"PollIsNoTable", "[[poll]]", "6:1: poll: is a list; a table, [poll]"}),
    [](const auto& test) { return named(test); });

INSTANTIATE_TEST_SUITE_P(
    OtherTables, WrongConfigTest,
    testing::Values(
        WrongCase{"PrivateHostIsAUrl", "[network]\nallow_private = ['http://a']",
                  "7:18: network.allow_private: \"http://a\" is no host; "
                  "a host name or address, with or without :port"},
        WrongCase{"PrivateHostWithBadPort", "[network]\nallow_private = ['ok', 'a:70000']",
                  "7:24: network.allow_private: \"a:70000\" is no host; "
                  "a host name or address, with or without :port"},
        WrongCase{"PrivateHostIsANumber", "[network]\nallow_private = [8099]",
                  "7:18: network.allow_private: is an integer; "
                  "a host name or address, with or without :port"},
        WrongCase{"PrivateHostsAreNoList", "[network]\nallow_private = 'localhost'",
                  "7:17: network.allow_private: is a string; a list of strings"},
        WrongCase{"NoSuchBundle", "[network]\nca_bundle = '/none/ca.pem'",
                  "7:13: network.ca_bundle: there is no file '/none/ca.pem'; an existing file"},
        WrongCase{"NegativeWorkers", "[workers]\ncount = -1",
                  "7:9: workers.count: -1 is out of range; a whole number from 0 to 1024"},
        WrongCase{"UnknownLevel", "[log]\nlevel = 'loud'",
                  "7:9: log.level: \"loud\" is not known; "
                  "one of \"debug\", \"info\", \"notice\", \"warning\", \"error\""},
        WrongCase{"LevelIsTrue", "[log]\nlevel = true",
                  "7:9: log.level: is true or false; "
                  "one of \"debug\", \"info\", \"notice\", \"warning\", \"error\""},
        WrongCase{"UnknownFormat", "[log]\nformat = 'xml'",
                  "7:10: log.format: \"xml\" is not known; "
                  "one of \"auto\", \"console\", \"json\", \"journal\""},
        WrongCase{"FormatIsADate", "[log]\nformat = 2021-08-20",
                  "7:10: log.format: is a date or time; "
                  "one of \"auto\", \"console\", \"json\", \"journal\""},
        WrongCase{"MisspeltTable", "[netwrok]\n",
                  "6:2: netwrok: unknown key; did you mean network?"},
        WrongCase{"UnknownTable", "[mailserver]\nhost = 'a'",
                  "6:2: mailserver: unknown key; "
                  "one of store, retention, poll, fulltext, network, workers, limits, claims, "
                  "alerts, log, "
                  "control, page, "
                  "websub, feed, endpoint, route"},
        WrongCase{"CallbackIsNoAddress", "[websub]\ncallback = 'figures.example'",
                  "7:12: websub.callback: \"figures.example\" is no such URL; "
                  "http://… or https://… with a host"},
        WrongCase{"CallbackWithAQuery", "[websub]\ncallback = 'https://f.example/hub?a=1'",
                  "7:12: websub.callback: \"https://f.example/hub?a=1\" holds more than a path; "
                  "https://figures.example/websub"},
        WrongCase{"HubsHaveNoPort", "[websub]\nlisten = '127.0.0.1'",
                  "7:10: websub.listen: \"127.0.0.1\" has no port; "
                  "an IP address and a port: 127.0.0.1:8420, [::1]:8420"}),
    [](const auto& test) { return named(test); });

INSTANTIATE_TEST_SUITE_P(
    Feeds, WrongConfigTest,
    testing::Values(
        WrongCase{"FeedWithoutUrl", "[[feed]]\noutlet = 'B'",
                  "6:1: feed.url: is missing; where the feed is polled"},
        WrongCase{"FeedWithoutOutlet", "[[feed]]\nurl = 'https://b.example/'",
                  "6:1: feed.outlet: is missing; who publishes it"},
        WrongCase{"FeedOfAnotherScheme", "[[feed]]\nurl = 'ftp://b.example/'\noutlet = 'B'",
                  "7:7: feed.url: \"ftp://b.example/\" is no such URL; "
                  "http://… or https://… with a host"},
        WrongCase{"FeedWithoutHost", "[[feed]]\nurl = 'https:///rss'\noutlet = 'B'",
                  "7:7: feed.url: \"https:///rss\" is no such URL; "
                  "http://… or https://… with a host"},
        WrongCase{"FeedWithABlank", "[[feed]]\nurl = 'https://b.example/a b'\noutlet = 'B'",
                  "7:7: feed.url: \"https://b.example/a b\" is no such URL; "
                  "http://… or https://… with a host"},
        WrongCase{"FeedTwice", "[[feed]]\nurl = 'https://a.example/rss'\noutlet = 'B'",
                  "7:7: feed.url: \"https://a.example/rss\" stands in line 4 already; "
                  "each feed once"},
        WrongCase{"FeedKeyMisspelt", "grup = 'G'",
                  "6:1: feed.grup: unknown key; did you mean feed.group?"},
        WrongCase{"FeedUserWithoutPassword", "username = 'reader'",
                  "6:1: feed.username: has no password; one of password_file, "
                  "password_env, password_credential"},
        WrongCase{"FeedPasswordIsNotThere", "username = 'r'\npassword_env = 'NO_SUCH_PW'",
                  "7:16: feed.password_env: the environment has no NO_SUCH_PW; "
                  "a variable that holds the secret, on one line"},
        WrongCase{"FeedHeaderIsNone", "headers = ['X Key: 1']",
                  "6:11: feed.headers: one of them is no header; \"Name: value\""},
        WrongCase{"FeedProxyOfAnotherKind", "proxy = 'socks5://127.0.0.1:1080'",
                  "6:9: feed.proxy: it is no proxy; \"http://host:port\", "
                  "\"https://host:port\" or \"socks5h://host:port\""},
        WrongCase{"FeedIntervalTooShort", "interval = '0s'",
                  "6:12: feed.interval: \"0s\" is too short; " + kInterval}),
    [](const auto& test) { return named(test); });

// Lines 6 to 8 begin an endpoint that is good so far.
std::string endpoint(const std::string& more) {
  return "[[endpoint]]\nname = 'desk'\nurl = 'https://d.example/'\n" + more;
}
const std::string kSecretForm = "whsec_ and the base64 of 24 to 64 bytes";
const std::string kTypes =
    "one of \"figure.contradiction\", \"figure.correction\", \"dispute.widened\", "
    "\"dispute.settled\", \"alert.retracted\", \"heartbeat\", \"feed.failing\", "
    "\"feed.recovered\", \"feed.gone\"";

INSTANTIATE_TEST_SUITE_P(
    Endpoints, WrongConfigTest,
    testing::Values(
        WrongCase{"EndpointWithoutAll", "[[endpoint]]",
                  "6:1: endpoint.name: is missing; by which its deliveries are known\n"
                  "6:1: endpoint.url: is missing; where alerts are posted to"},
        WrongCase{"EndpointWithABadName", "[[endpoint]]\nname = 'my desk'\nurl = 'https://d'",
                  "7:8: endpoint.name: \"my desk\" is no name; "
                  "1 to 64 letters, digits, '-' or '_'"},
        WrongCase{"EndpointTwice", endpoint(endpoint("")),
                  "10:8: endpoint.name: \"desk\" stands in line 7 already; a name of its own"},
        WrongCase{"SeverityTooHigh", endpoint("min_severity = 2"),
                  "9:16: endpoint.min_severity: is out of range; a number from 0 to 1"},
        WrongCase{"SeverityIsNoNumber", endpoint("min_severity = nan"),
                  "9:16: endpoint.min_severity: is out of range; a number from 0 to 1"},
        WrongCase{"SeverityIsAString", endpoint("min_severity = 'high'"),
                  "9:16: endpoint.min_severity: is a string; a number from 0 to 1"},
        WrongCase{"UnknownType", endpoint("types = ['dispute.widened', 'dispute.lost']"),
                  "9:29: endpoint.types: \"dispute.lost\" is not known; " + kTypes},
        WrongCase{"TypesAreNoList", endpoint("types = 'dispute.widened'"),
                  "9:9: endpoint.types: is a string; a list of strings"},
        WrongCase{"EndpointTimeoutTooLong", endpoint("timeout = '1h'"),
                  "9:11: endpoint.timeout: \"1h\" is too long; "
                  "a number and s, m, h or d in quotes, from 1s to 2m"},
        WrongCase{"RetryIsNoList", endpoint("retry_first = '1s'"),
                  "9:15: endpoint.retry_first: is a string; a list of durations"},
        WrongCase{"RetryTooLong", endpoint("retry_first = ['1s', '2d']"),
                  "9:22: endpoint.retry_first: \"2d\" is too long; "
                  "a number and s, m, h or d in quotes, from 0s to 1d"},
        WrongCase{"SecretWithoutPrefix", endpoint("secret = 'hunter2'"),
                  "9:10: endpoint.secret: the secret does not begin with whsec_ or whsk_; " +
                      kSecretForm},
        WrongCase{"SecretIsNotBase64", endpoint("secret = 'whsec_?'"),
                  "9:10: endpoint.secret: the secret is not base64 after whsec_; " + kSecretForm},
        WrongCase{"SecretFileIsMissing", endpoint("secret_file = '/none/desk'"),
                  "9:15: endpoint.secret_file: '/none/desk' cannot be read: "
                  "No such file or directory; a file that holds " +
                      kSecretForm},
        WrongCase{"SecretVariableIsMissing", endpoint("secret_env = 'FIGURED_NO_SUCH'"),
                  "9:14: endpoint.secret_env: the environment has no FIGURED_NO_SUCH; "
                  "a variable that holds " +
                      kSecretForm},
        WrongCase{"SeveralSecrets",
                  endpoint("secret = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'\n"
                           "secret_env = 'FIGURED_NO_SUCH'"),
                  "10:1: endpoint.secret_env: the endpoint has secret already; "
                  "only one of secret, secret_file, secret_env, secret_credential\n"
                  "10:14: endpoint.secret_env: the environment has no FIGURED_NO_SUCH; "
                  "a variable that holds " +
                      kSecretForm}),
    [](const auto& test) { return named(test); });

std::string kind(const std::string& kind, const std::string& more) {
  return "[[endpoint]]\nname = 'desk'\nkind = '" + kind + "'\n" + more;
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, WrongConfigTest,
    testing::Values(
        WrongCase{"UnknownKind", kind("pager", "url = 'https://d'"),
                  "8:8: endpoint.kind: \"pager\" is not known; one of \"webhook\", "
                  "\"cloudevents\", \"template\", \"alertmanager-webhook\", \"alertmanager\", "
                  "\"slack\", \"discord\", \"teams\", \"mattermost\", \"ntfy\", \"telegram\", "
                  "\"email\", \"command\""},
        WrongCase{"NtfyWithoutTopic", kind("ntfy", "url = 'https://d'"),
                  "6:1: endpoint.topic: is missing; the topic"},
        WrongCase{"TelegramWithoutAll", kind("telegram", ""),
                  "6:1: endpoint.chat: is missing; the chat's id or @name\n"
                  "6:1: endpoint.token: is missing; the bot's token, or token_file, token_env, "
                  "token_credential"},
        WrongCase{
            "MailWithoutAll", kind("email", ""),
            "6:1: endpoint.url: is missing; the mail server, smtp://host:587 or smtps://host\n"
            "6:1: endpoint.from: is missing; the address that mail is from\n"
            "6:1: endpoint.to: is missing; the addresses that mail goes to"},
        WrongCase{"MailByHttp",
                  kind("email", "url = 'https://d'\nfrom = 'a@b'\nto = ['c@d', 'nobody']"),
                  "9:7: endpoint.url: \"https://d\" is no mail server; "
                  "smtp://host:587 or smtps://host\n"
                  "11:14: endpoint.to: \"nobody\" is no mail address; an address, name@host"},
        WrongCase{"CommandWithAUrl", kind("command", "url = 'https://d'"),
                  "6:1: endpoint.command: is missing; the program and its arguments\n"
                  "9:1: endpoint.url: means nothing to kind \"command\"; command instead"},
        WrongCase{"ATemplateThatIsNoJson",
                  kind("template", "url = 'https://d'\ntemplate = '{{{figure}}}'"),
                  "10:12: endpoint.template: there is no {{{figure}}; there are id, type, time, "
                  "sequence, dispute, headline, summary, text, severity, severity_word, fact, "
                  "measure, subject, place, why, figure, outlet, speaker, quote, url, link, "
                  "other_figure, other_outlet, other_speaker, other_quote, other_url, body"},
        WrongCase{"ATemplateForSlack", kind("slack", "url = 'https://d'\ntemplate = '{}'"),
                  "10:1: endpoint.template: means nothing to kind \"slack\"; kind = \"template\""},
        WrongCase{"ARateThatIsNone", endpoint("rate = 'often'"),
                  "9:8: endpoint.rate: \"often\" is no rate; "
                  "a number, '/' and a duration in quotes, as in \"30/1m\""},
        WrongCase{"AFallbackThatIsNone", endpoint("fallback = 'night'"),
                  "9:12: endpoint.fallback: \"night\" is no other endpoint; "
                  "the name of another [[endpoint]]"},
        WrongCase{"AUrlTwice", endpoint("url_env = 'FIGURED_NO_SUCH'"),
                  "9:1: endpoint.url_env: the endpoint has url already; "
                  "only one of url, url_file, url_env, url_credential\n"
                  "9:11: endpoint.url_env: the environment has no FIGURED_NO_SUCH; "
                  "a variable that holds http://… or https://… with a host"}),
    [](const auto& test) { return named(test); });

INSTANTIATE_TEST_SUITE_P(
    Routes, WrongConfigTest,
    testing::Values(
        WrongCase{"RouteWithoutName", "[[route]]",
                  "6:1: route.name: is missing; by which it is known"},
        WrongCase{"RouteToNowhere", "[[route]]\nname = 'a'\nto = ['desk']",
                  "8:6: route.to: there is no endpoint \"desk\"; names of [[endpoint]] tables"},
        WrongCase{"RouteOfNoLanguage", "[[route]]\nname = 'a'\nlanguages = ['en', 'english']",
                  "8:20: route.languages: \"english\" is no language; "
                  "a tag of BCP 47 such as \"en\" or \"pt-BR\", or \"unknown\""},
        WrongCase{"RouteTwice", "[[route]]\nname = 'a'\n[[route]]\nname = 'a'",
                  "9:8: route.name: \"a\" stands in line 7 already; a name of its own"},
        WrongCase{"RouteKeyMisspelt", "[[route]]\nname = 'a'\nmeasure = ['a']",
                  "8:1: route.measure: unknown key; did you mean route.measures?"},
        WrongCase{"NoTimeOfTheDay", "[[route]]\nname = 'a'\ndigest = ['8:00']",
                  "8:11: route.digest: \"8:00\" is no time of the day; "
                  "a time of the day, \"08:00\""},
        WrongCase{"NoSpanOfTheDay", "[[route]]\nname = 'a'\nquiet = '22:00'",
                  "8:9: route.quiet: \"22:00\" is no span of the day; "
                  "two times of the day, \"22:00-07:00\""}),
    [](const auto& test) { return named(test); });

INSTANTIATE_TEST_SUITE_P(
    Files, WrongFileTest,
    testing::Values(
        WrongCase{"Empty", "", "1:1: store.path: is missing; the file that keeps everything"},
        WrongCase{"StoreWithoutPath", "[store]\n[[feed]]\nurl = 'http://a'\noutlet = 'A'",
                  "1:2: store.path: is missing; the file that keeps everything"},
        WrongCase{"PathIsEmpty", "[store]\npath = ''\n[[feed]]\nurl = 'http://a'\noutlet = 'A'",
                  "2:8: store.path: is empty; a string with something in it"},
        WrongCase{"StoreIsAString", "store = 'a.db'\n[[feed]]\nurl = 'http://a'\noutlet = 'A'",
                  "1:9: store: is a string; a table, [store]"},
        WrongCase{"FeedIsOneTable", "[store]\npath = 'a'\n[feed]\nurl = 'http://a'\noutlet = 'A'",
                  "3:1: feed: is a table; a table of its own each time, [[feed]]"},
        WrongCase{"FeedIsAnEmptyList", "feed = []\n[store]\npath = 'a'",
                  "1:8: feed: is an empty list; a table of its own each time, [[feed]]"},
        WrongCase{"FeedIsAListOfUrls", "feed = ['http://a']\n[store]\npath = 'a'",
                  "1:9: feed: is a string; a table of its own each time, [[feed]]"},
        WrongCase{"AllThatIsWrongInTheOrderOfTheFile",
                  "[poll]\ntimeout = 5\n[store]\npaht = 'a'\n[[feed]]\nurl = 'a'\n",
                  "2:11: poll.timeout: is an integer; "
                  "a number and s, m, h or d in quotes, from 1s to 10m\n"
                  "3:2: store.path: is missing; the file that keeps everything\n"
                  "4:1: store.paht: unknown key; did you mean store.path?\n"
                  "5:1: feed.outlet: is missing; who publishes it\n"
                  "6:7: feed.url: \"a\" is no such URL; http://… or https://… with a host"}),
    [](const auto& test) { return named(test); });

// toml++'s own words, but for the place.
TEST(WrongTomlTest, ThePlaceIsNamed) {
  EXPECT_THAT(error_of("[store]\npath = figured.db\n"),
              testing::MatchesRegex("2:[0-9]+: is not TOML: .+"));
  EXPECT_THAT(error_of("[store\n"), testing::MatchesRegex("1:[0-9]+: is not TOML: .+"));
  EXPECT_THAT(error_of("a = 1\na = 2\n"), testing::MatchesRegex("2:[0-9]+: is not TOML: .+"));
  EXPECT_THAT(error_of("a = '\xff'\n"), testing::MatchesRegex("1:[0-9]+: is not TOML: .+"));
}

}  // namespace
}  // namespace figured::config
