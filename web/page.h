// Page: the HTTP server of figured: its page, the API under it, feeds of disputes.
//
// It lives on the I/O thread; the store is read by a ReaderPool.  What it cannot know
// itself (how the daemon is, how an endpoint is tried) it is handed; other parts add
// routes of their own.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "net/http_server.h"
#include "net/reply.h"
#include "web/access.h"
#include "web/answer.h"
#include "web/answer_cache.h"
#include "web/call.h"
#include "web/context.h"
#include "web/events.h"
#include "web/options.h"
#include "web/reader_pool.h"
#include "web/router.h"

namespace figured::web {

// A route's answer, made at once; read from the store; or awaited.
using AtOnce = std::function<Answer(const Call&)>;
using FromStore = std::function<Answer(const Call&, const storage::StoreReader&)>;
using Awaited = std::function<boost::asio::awaitable<Answer>(Call)>;
// A number that is another where the answer would be; 0 = nobody can tell.
using StateOf = std::function<std::uint64_t(const Call&, const storage::StoreReader&)>;

// How long an answer from the store, the same for all who ask, is kept.
enum class Keep : std::uint8_t {
  kNot,
  kUntilChange,  // until the store changes, and on while its state is the same
  kByState,      // while its state is the same: time changes it, too
};

struct Route {
  Need need = Need::kRead;
  std::variant<AtOnce, FromStore, Awaited> answer;
  Keep keep = Keep::kNot;
  StateOf state{};  // may be empty but for kByState
};

struct PageParts {
  Surroundings surroundings;
  std::function<std::chrono::sys_seconds()> clock;
  // Told of what a handler threw, and of each write: "POST /api/v1/... by 127.0.0.1: 200".
  std::function<void(std::string_view)> on_failure = [](std::string_view) {};
  std::function<void(std::string_view)> on_write = [](std::string_view) {};
};

class Page {
 public:
  // Listens.  Throws boost::system::system_error when it cannot.  With `listening` it
  // takes over a socket that does already; -1: none.
  Page(boost::asio::any_io_executor executor, PageOptions options, PageParts parts,
       int listening = -1);
  ~Page();

  // To be called before run().
  void add(std::string method, std::string pattern, Route route);

  // Every method and pattern that it answers, with what is needed for it.
  std::vector<std::tuple<std::string, std::string, Need>> routes() const;

  // Calls read(reader) on a reader's thread, for an awaited route.
  template <class Read, class Result = std::invoke_result_t<Read, const storage::StoreReader&>>
  boost::asio::awaitable<Result> read(Read read) {
    return readers_.ask(std::move(read));
  }

  // Where people reach it, without a slash at the end.
  std::string address() const;
  std::uint16_t port() const;  // on which it listens

  // Serves, and looks for what changed; none has an end of its own, and all are to be
  // cancelled together.
  std::vector<boost::asio::awaitable<void>> tasks();

 private:
  boost::asio::awaitable<Answer> answer(net::ServerRequest request);
  boost::asio::awaitable<Answer> answer_admitted(net::ServerRequest request);
  boost::asio::awaitable<Answer> ask(const Route& route, Call call);
  boost::asio::awaitable<Answer> ask_together(const Route& route, Call call);
  Answer read_kept(const Route& route, const Call& call, const std::string& key,
                   const storage::StoreReader& store);
  boost::asio::awaitable<std::vector<Event>> look();
  Answer finish(const net::ServerRequest& request, Answer answer) const;
  void note_write(const net::ServerRequest& request, int status) const;
  void add_page();
  void add_session();
  Answer session_answer(const Visitor& visitor) const;
  Answer sign_in(const Call& call);

  const PageOptions options_;
  const PageParts parts_;
  Access access_;
  Router<Route> router_;
  std::vector<std::tuple<std::string, std::string, Need>> routes_;
  AnswerCache cache_;
  // Who waits for a kept answer that nobody has begun to read yet.
  using Reply = net::Reply<std::shared_ptr<const Answer>>;
  std::mutex asked_mutex_;
  std::map<std::string, std::vector<Reply>> asked_;
  const std::shared_ptr<Context> context_;
  std::shared_ptr<Told> told_;
  Events events_;
  ReaderPool readers_;
  net::HttpServer server_;
};

}  // namespace figured::web
