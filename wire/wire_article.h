// Outlet: one of the wire's invented publishers.
// WireArticle: one revision of an article of an outlet.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace figured::wire {

enum class FeedFormat : std::uint8_t { kRss, kAtom };

struct Outlet {
  std::string id;    // "meridian-ledger"; names its feed
  std::string name;  // "Meridian Ledger"
  FeedFormat format = FeedFormat::kRss;
  // Its feed carries a few words of each article; the rest stands on the page.
  bool summaries_only = false;
};

struct WireArticle {
  std::string slug;    // what makes it this article; the same in every revision
  std::string outlet;  // the outlet's id
  std::string title;
  std::string dateline;  // "BELKUT, Ordania"; may be empty
  std::vector<std::string> paragraphs;
  std::chrono::sys_seconds published;  // of the first revision
  std::chrono::sys_seconds updated;    // of this one
};

}  // namespace figured::wire
