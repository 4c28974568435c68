// figurectl doctor: faults are made, and each must be found with its fix.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "cli/figurectl.h"
#include "cli/network_checks.h"
#include "daemon/service/state_file.h"
#include "feeds/feed_date.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/suspicion.h"
#include "tests/support/foreign_sql.h"
#include "tests/support/loopback_server.h"
#include "tests/support/temp_folder.h"

namespace figured::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

class DoctorTest : public testing::Test {
 protected:
  DoctorTest() { configure(""); }

  void configure(const std::string& more) const {
    std::ofstream(config_) << "[store]\npath = '" << store_ << "'\nmin_free = '1MiB'\n"
                           << "[poll]\nuser_agent = 'figured (+mailto:desk@harbour.example)'\n"
                           << "[network]\nallow_private = ['127.0.0.1']\n"
                           << more;
  }
  std::string endpoint(const std::string& url) const {
    return "[[endpoint]]\nname = 'desk'\nurl = '" + url + "'\n";
  }
  void make_store() const { storage::open_sqlite_store(store_); }

  int doctor(std::vector<std::string> words = {"--offline"}) {
    words.insert(words.begin(), {"figurectl", "doctor", "--config", config_});
    std::vector<const char*> argv;
    for (const std::string& word : words) argv.push_back(word.c_str());
    testing::internal::CaptureStdout();
    const int status = run_figurectl(static_cast<int>(argv.size()), argv.data());
    said_ = testing::internal::GetCapturedStdout();
    return status;
  }

  const tests::TempFolder folder_;
  const std::string config_ = folder_.path("figured.toml");
  const std::string store_ = folder_.path("figured.db");
  std::string said_;
};

TEST_F(DoctorTest, WhereAllIsWellNothingIsWrong) {
  make_store();
  daemon::StateFile running(store_);
  running.write({4711, "1.2", {}, {}, "", {}});
  EXPECT_EQ(doctor(), 0) << said_;
  EXPECT_THAT(said_, AllOf(HasSubstr("good     config"), HasSubstr("good     store"),
                           HasSubstr("figured 1.2 runs as process 4711"), Not(HasSubstr("wrong"))));
}

TEST_F(DoctorTest, AWrongConfigurationIsToldLineByLine) {
  configure("[pol]\ninterval = '1m'\n[log]\nlevel = 'loud'\n");
  EXPECT_EQ(doctor(), 1);
  EXPECT_THAT(said_, AllOf(HasSubstr("wrong    config"), HasSubstr("figured.toml:8:"),
                           HasSubstr("figured.toml:11:"), HasSubstr("→ mend the file")));
}

TEST_F(DoctorTest, AMissingConfigurationIsToldToo) {
  std::filesystem::remove(config_);
  EXPECT_EQ(doctor(), 1);
  EXPECT_THAT(said_, HasSubstr("figured.toml"));
}

TEST_F(DoctorTest, SecretsThatOthersCanReadAreFound) {
  std::ofstream(folder_.path("desk.secret")) << "whsec_" + std::string(43, 'A') + "=\n";
  configure(endpoint("https://desk.harbour.example/hook") + "secret_file = 'desk.secret'\n");
  ::chmod(folder_.path("desk.secret").c_str(), 0644);
  EXPECT_EQ(doctor(), 1);
  EXPECT_THAT(said_, AllOf(HasSubstr("can be read by everybody"), HasSubstr("→ chmod 600")));
  ::chmod(folder_.path("desk.secret").c_str(), 0600);
  EXPECT_EQ(doctor(), 0);
  EXPECT_THAT(said_, HasSubstr("good     secrets"));
}

TEST_F(DoctorTest, SecretsOfTheFilesBesideAreLookedAtToo) {
  std::filesystem::create_directory(folder_.path("conf.d"));
  std::ofstream(folder_.path("desk.secret")) << "whsec_" + std::string(43, 'A') + "=\n";
  const std::string part = folder_.path("conf.d/desk.toml");
  std::ofstream(part) << endpoint("https://desk.harbour.example/hook")
                      << "secret_file = '../desk.secret'\n";
  ::chmod(folder_.path("desk.secret").c_str(), 0640);
  EXPECT_EQ(doctor(), 0) << said_;
  EXPECT_THAT(said_, HasSubstr("desk.secret' can be read by its group"));
  std::ofstream(part) << endpoint("https://desk.harbour.example/hook")
                      << "secret = 'whsec_" + std::string(43, 'A') + "='\n";
  ::chmod(part.c_str(), 0644);
  EXPECT_EQ(doctor(), 1);
  EXPECT_THAT(said_, HasSubstr("holds secrets, and '" + part + "' can be read by everybody"));
}

TEST_F(DoctorTest, SecretsThatOnlyTheServiceHasAreNoFault) {
  configure(endpoint("https://desk.harbour.example/hook") + "secret_credential = 'desk'\n");
  EXPECT_EQ(doctor(), 0) << said_;
}

// As where root has copied a store, or written the configuration, for the service.
TEST_F(DoctorTest, WhatTheServicesUserMayNotReadOrWriteIsTold) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root gives files away";
  make_store();
  EXPECT_EQ(doctor(), 0) << said_;
  ASSERT_EQ(::chown(folder_.path("").c_str(), 65'534, 65'534), 0);
  ::chmod(config_.c_str(), 0600);
  EXPECT_EQ(doctor(), 1);
  EXPECT_THAT(said_, AllOf(HasSubstr("the service's user cannot read '" + config_ + "'"),
                           HasSubstr("→ chmod 644 " + config_),
                           HasSubstr("'" + store_ + "' is not the service's"),
                           HasSubstr("→ chown --reference=")));
  ::chmod(config_.c_str(), 0644);
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path("")))
    ASSERT_EQ(::chown(entry.path().c_str(), 65'534, 65'534), 0);
  EXPECT_EQ(doctor(), 0) << said_;
}

TEST_F(DoctorTest, AStoreOfANewerFiguredIsNamed) {
  make_store();
  tests::run_foreign_sql(store_, "PRAGMA user_version = 999");
  EXPECT_EQ(doctor(), 1);
  EXPECT_THAT(said_, AllOf(HasSubstr("has schema 999"), HasSubstr("→ install the figured")));
}

TEST_F(DoctorTest, AStoreThatIsNoneAFolderThatIsNotThereAndADiskThatFailed) {
  std::ofstream(store_) << std::string(4'096, 'x');
  EXPECT_EQ(doctor(), 1);
  EXPECT_THAT(said_, HasSubstr("wrong    store"));
  std::filesystem::remove(store_);
  make_store();
  storage::hold_suspect(store_, "a sync failed");
  EXPECT_EQ(doctor(), 1);
  EXPECT_THAT(said_, AllOf(HasSubstr("a sync failed"), HasSubstr("check-store")));
  storage::drop_suspicion(store_);
  std::ofstream(config_) << "[store]\npath = '/no/such/folder/figured.db'\n";
  EXPECT_EQ(doctor(), 1);
  EXPECT_THAT(said_, HasSubstr("there is no folder '/no/such/folder'"));
}

TEST_F(DoctorTest, AFiguredThatTakesNothingInIsTold) {
  make_store();
  daemon::StateFile running(store_);
  running.write({4711, "1.2", {}, {}, "no room on the disk", {}});
  EXPECT_EQ(doctor(), 1);
  EXPECT_THAT(said_, HasSubstr("takes nothing in since"));
}

TEST_F(DoctorTest, WhoHoldsTheStoreIsNamed) {
  const auto store = storage::open_sqlite_store(store_);
  EXPECT_EQ(doctor(), 1);
  EXPECT_THAT(said_, AllOf(HasSubstr("process " + std::to_string(::getpid())),
                           HasSubstr("holds the store")));
}

TEST_F(DoctorTest, ADiskWithoutRoomIsTold) {
  make_store();
  std::ofstream(config_) << "[store]\npath = '" << store_ << "'\nmin_free = '1024GiB'\n";
  EXPECT_EQ(doctor(), 1);
  EXPECT_THAT(said_, HasSubstr("wrong    disk"));
}

TEST_F(DoctorTest, AProgramThatIsNotThereIsTold) {
  configure("[[endpoint]]\nname = 'pager'\nkind = 'command'\ncommand = ['/no/such/pager']\n");
  EXPECT_EQ(doctor(), 1);
  EXPECT_THAT(said_, AllOf(HasSubstr("pager: '/no/such/pager' cannot be run"), HasSubstr("→")));
}

TEST_F(DoctorTest, JsonHasAllFindings) {
  make_store();
  EXPECT_EQ(doctor({"--offline", "--json"}), 0);
  EXPECT_THAT(said_, AllOf(HasSubstr("{\"healthy\":true,\"findings\":["),
                           HasSubstr("\"kind\":\"good\",\"check\":\"store\"")));
}

TEST_F(DoctorTest, AHostThatAnswersIsGoodWhateverItAnswers) {
  make_store();
  tests::LoopbackServer server;
  configure(endpoint(server.url("/hook")));
  EXPECT_EQ(doctor({}), 0) << said_;
  EXPECT_THAT(said_, HasSubstr("1 host answers"));
}

TEST_F(DoctorTest, AnEndpointThatNobodyServesIsTold) {
  make_store();
  configure(endpoint("http://127.0.0.1:1/hook"));
  EXPECT_EQ(doctor({}), 1);
  EXPECT_THAT(said_, AllOf(HasSubstr("wrong    endpoint  desk, http://127.0.0.1:1"),
                           HasSubstr("nobody listens there")));
}

TEST_F(DoctorTest, APrivateAddressIsToldWithTheKeyThatAllowsIt) {
  make_store();
  std::ofstream(config_) << "[store]\npath = '" << store_ << "'\n"
                         << endpoint("http://127.0.0.1:1/hook");
  EXPECT_EQ(doctor({}), 1);
  EXPECT_THAT(said_, HasSubstr("allow_private = [\"127.0.0.1:1\"]"));
}

// --- judged without a network

HostAnswer failed(net::HttpErrorKind kind) {
  return {{"feed", "Harbour Post", "https://harbour.example", ""},
          net::HttpError{kind, "HEAD https://harbour.example/: no luck"},
          {},
          {}};
}

HostAnswer answered_at(std::chrono::sys_seconds date, std::chrono::sys_seconds here) {
  net::HttpResponse response;
  response.status = 200;
  response.headers = {{"Date", "Mon, 21 Sep 2026 13:33:20 GMT"}};
  const auto off = here - date;
  return {{"feed", "Harbour Post", "https://harbour.example", ""},
          response,
          std::chrono::sys_seconds(1'789'997'600s) + off,
          std::chrono::sys_seconds(1'789'997'600s) + off};
}

TEST(JudgeTest, EachFailureHasItsFix) {
  EXPECT_EQ(judge_answers({failed(net::HttpErrorKind::kResolve)})[0].check, "dns");
  EXPECT_EQ(judge_answers({failed(net::HttpErrorKind::kTls)})[0].check, "tls");
  for (const auto kind :
       {net::HttpErrorKind::kResolve, net::HttpErrorKind::kTls, net::HttpErrorKind::kConnect,
        net::HttpErrorKind::kTimeout, net::HttpErrorKind::kForbiddenAddress,
        net::HttpErrorKind::kProtocol, net::HttpErrorKind::kBadUrl}) {
    const Finding finding = judge_answers({failed(kind)})[0];
    EXPECT_EQ(finding.kind, FindingKind::kWrong);
    EXPECT_THAT(finding.message, HasSubstr("Harbour Post, https://harbour.example: no luck"));
    EXPECT_FALSE(finding.fix.empty());
  }
}

TEST(JudgeTest, WhereAllFailByOneCauseThatIsSaidOnce) {
  const auto of = [](net::HttpErrorKind kind) {
    return judge_answers({failed(kind), failed(kind), failed(kind)});
  };
  EXPECT_EQ(of(net::HttpErrorKind::kResolve).size(), 1U);
  EXPECT_EQ(of(net::HttpErrorKind::kTimeout)[0].check, "network");
  EXPECT_EQ(of(net::HttpErrorKind::kTls).size(), 3U);
}

TEST(JudgeTest, TheClockIsHeldAgainstTheServers) {
  const std::chrono::sys_seconds date{0s};
  for (const auto& [off, kind] :
       {std::pair{0s, FindingKind::kGood}, std::pair{30s, FindingKind::kDoubtful},
        std::pair{-600s, FindingKind::kWrong}}) {
    Findings findings;
    judge_clock(clock_ahead({answered_at(date, date + off)}), findings);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].kind, kind) << findings[0].message;
  }
  Findings none;
  judge_clock(clock_ahead({failed(net::HttpErrorKind::kTls)}), none);
  EXPECT_TRUE(none.empty());
}

TEST(HostsTest, EachIsAskedOnceEndpointsFirst) {
  config::Config config;
  config.feeds = {{.url = "https://a.example/one.rss", .outlet = "A", .group = {}},
                  {.url = "https://a.example/two.rss", .outlet = "A", .group = {}},
                  {.url = "https://b.example:8443/rss", .outlet = "B", .group = {}}};
  config.endpoints.emplace_back().name = "desk";
  config.endpoints.back().url = "https://desk.example/hook?token=1";
  std::size_t left_out = 0;
  const auto hosts = hosts_to_ask(config, 2, left_out);
  ASSERT_EQ(hosts.size(), 2U);
  EXPECT_EQ(hosts[0].origin, "https://desk.example");
  EXPECT_EQ(hosts[1].origin, "https://a.example");
  EXPECT_EQ(left_out, 1U);
}

}  // namespace
}  // namespace figured::cli
