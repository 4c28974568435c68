// Wire: which article of which outlet is out at which time.
//
// Articles go out one after another, in the order of their own dates, a fixed
// time apart.  A later revision takes the place of the earlier one.  The wire
// reads no clock: it is asked about a time.
#pragma once
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "wire/wire_article.h"

namespace figured::wire {

class Wire {
 public:
  using Time = std::chrono::sys_time<std::chrono::milliseconds>;
  using Rest = std::chrono::milliseconds;

  // The first article is out at `opens`, the next ones `every` apart.  Requires
  // every > 0 and the outlet of each article among `outlets`.
  Wire(std::vector<Outlet> outlets, std::vector<WireArticle> articles, Time opens, Rest every);

  const std::vector<Outlet>& outlets() const { return outlets_; }
  // nullptr when there is none.
  const Outlet* find_outlet(std::string_view id) const;

  // Revisions in all, and those that are out.
  std::size_t size() const { return articles_.size(); }
  std::size_t released(Time now) const;
  // The index-th revision to go out.  Requires index < size().
  const WireArticle& article(std::size_t index) const { return articles_[index]; }
  // When the last one goes out.
  Time ends() const;

  // What the outlet's feed holds, newest first, each article once.
  std::vector<WireArticle> published(std::string_view outlet, Time now) const;
  // When the outlet's feed changed last; empty while it holds nothing.
  std::optional<Time> changed(std::string_view outlet, Time now) const;
  // Whether the outlet's feed will not change any more.
  bool complete(std::string_view outlet, Time now) const;

  // The newest revision of an article that is out.
  std::optional<WireArticle> find_article(std::string_view slug, Time now) const;

 private:
  Time release_time(std::size_t index) const;

  std::vector<Outlet> outlets_;
  std::vector<WireArticle> articles_;  // every revision, in the order they go out
  Time opens_;
  Rest every_;
};

}  // namespace figured::wire
