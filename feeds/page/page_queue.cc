#include "feeds/page/page_queue.h"

#include <algorithm>

#include "feeds/text_scan.h"

namespace figured::feeds {

std::string host_of(const std::string& url) {
  std::string_view rest(url);
  if (const auto scheme = rest.find("://"); scheme != rest.npos) rest.remove_prefix(scheme + 3);
  rest = rest.substr(0, rest.find_first_of("/?#"));
  if (const auto user = rest.rfind('@'); user != rest.npos) rest.remove_prefix(user + 1);
  return to_lower(rest);
}

void PageQueue::add(PageJob job) {
  const std::string name = host_of(job.url);
  Host& host = hosts_[name];
  unlist(name, host);
  host.jobs.push_back(std::move(job));
  ++waiting_;
  list(name, host);
}

std::optional<PageJob> PageQueue::take(Time now) {
  if (due_.empty() || due_.begin()->first > now) return std::nullopt;
  const std::string name = due_.begin()->second;
  Host& host = hosts_.at(name);
  unlist(name, host);
  PageJob job = std::move(host.jobs.front());
  host.jobs.pop_front();
  --waiting_;
  job.expired = now >= job.page.deadline;
  if (!job.expired) host.busy = true;
  list(name, host);
  return job;
}

std::optional<PageQueue::Time> PageQueue::next_due() const {
  return due_.empty() ? std::nullopt : std::optional(due_.begin()->first);
}

void PageQueue::release(const PageJob& job, Time now, Rest rest) {
  if (job.expired) return;
  const std::string name = host_of(job.url);
  free(name, hosts_[name], now + std::max(spacing_, rest));
}

void PageQueue::retry(PageJob job, Time now, Rest rest) {
  const std::string name = host_of(job.url);
  Host& host = hosts_[name];
  unlist(name, host);
  host.jobs.push_front(std::move(job));
  ++waiting_;
  free(name, host, now + std::max(spacing_, rest));
}

void PageQueue::free(const std::string& name, Host& host, Time at) {
  unlist(name, host);
  host.busy = false;
  host.free_at = std::max(host.free_at, at);
  list(name, host);
  // Hosts without pages are forgotten once their rest is over.
  constexpr std::size_t kManyHosts = 10'000;
  if (hosts_.size() > kManyHosts)
    std::erase_if(hosts_, [&](const auto& entry) {
      return entry.second.jobs.empty() && !entry.second.busy &&
             entry.second.free_at < at - spacing_;
    });
}

void PageQueue::list(const std::string& name, Host& host) {
  if (host.jobs.empty()) return;
  const Time deadline = host.jobs.front().page.deadline;
  if (host.busy) return;
  host.due = std::min(host.free_at, deadline);
  host.listed = true;
  due_.emplace(host.due, name);
}

void PageQueue::unlist(const std::string& name, Host& host) {
  if (!host.listed) return;
  due_.erase({host.due, name});
  host.listed = false;
}

}  // namespace figured::feeds
