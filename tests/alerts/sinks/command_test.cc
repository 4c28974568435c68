#include "alerts/sinks/command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <fstream>
#include <sstream>

#include "tests/alerts/sample_alert.h"
#include "tests/support/temp_folder.h"

namespace figured::alerts {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

Answer run(const std::string& script, std::chrono::milliseconds timeout = 20s) {
  boost::asio::io_context io;
  Endpoint endpoint = sample_endpoint(SinkKind::kCommand);
  endpoint.command = {"/bin/sh", "-c", script};
  endpoint.timeout = timeout;
  const Message message = message_of(sample_alert());
  Answer answer;
  boost::asio::co_spawn(io, run_command(io.get_executor(), endpoint, message),
                        [&](std::exception_ptr, Answer found) { answer = std::move(found); });
  io.run();
  return answer;
}

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(CommandTest, TheProgramReadsTheAlertAndItsEnvironment) {
  const tests::TempFolder folder;
  const std::string out = folder.path("out");
  EXPECT_EQ(run("cat > " + out + "; echo \"$FIGURED_TYPE $FIGURED_ID\" >> " + out).status, 200);
  EXPECT_EQ(text_of(out), sample_alert().body + "figure.contradiction " + sample_alert().id + "\n");
}

TEST(CommandTest, AFailureSaysWhatTheProgramSaid) {
  const Answer answer = run("echo no paper >&2; exit 75");
  EXPECT_EQ(answer.status, 0);
  EXPECT_EQ(answer.error, "'/bin/sh' ended with status 75: no paper ");
}

TEST(CommandTest, AProgramThatReadsNothingMayStillSucceed) { EXPECT_EQ(run("exit 0").status, 200); }

TEST(CommandTest, AProgramThatTakesTooLongIsKilled) {
  EXPECT_THAT(run("exec tail -f /dev/null", 50ms).error, HasSubstr("was killed after"));
}

TEST(CommandTest, AProgramThatIsNotThereIsNamed) {
  boost::asio::io_context io;
  Endpoint endpoint = sample_endpoint(SinkKind::kCommand);
  endpoint.command = {"/nowhere/program"};
  const Message message = message_of(sample_alert());
  Answer answer;
  boost::asio::co_spawn(io, run_command(io.get_executor(), endpoint, message),
                        [&](std::exception_ptr, Answer found) { answer = std::move(found); });
  io.run();
  EXPECT_EQ(answer.error, "'/nowhere/program' cannot be started: No such file or directory");
}

}  // namespace
}  // namespace figured::alerts
