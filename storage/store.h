// Store: the memory of figured.  This header is the contract; what keeps it
// (SQLite, later PostgreSQL) is behind it.
//
// One thread, the ledger, writes; everything it writes for one batch of polls
// stands in one Transaction, and once commit() has returned it survives a power
// cut.  Any other thread or process reads through a StoreReader of its own and
// never waits for the writer.  What people decide about disputes is written beside
// it, with what they say of feeds, by whoever opens a Desk, in one short transaction each; nothing
// else is.
//
// What must not happen (full disk, corrupt file, lock held by another process)
// is a StoreError, whose kind tells what passes by itself.
#pragma once
#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "alerts/alert.h"
#include "claims/claim.h"
#include "claims/decision.h"
#include "claims/dispute.h"
#include "claims/fact.h"
#include "claims/verdict.h"
#include "claims/verdicts/article_sketch.h"
#include "feeds/article.h"
#include "feeds/feed.h"
#include "feeds/page/wanted_page.h"
#include "feeds/websub/subscription.h"
#include "storage/article_view.h"
#include "storage/listings.h"
#include "storage/ready_article.h"
#include "storage/retention.h"
#include "storage/store_error.h"

namespace figured::storage {

using Seconds = std::chrono::sys_seconds;

// What storing an article found.
enum class Novelty : std::uint8_t {
  kNew,      // first seen
  kRevised,  // known, and changed: a new revision
  kKnown,    // known and unchanged
};

struct StoredArticle {
  std::int64_t id = 0;
  std::int64_t revision = 0;  // from 1
  Novelty novelty = Novelty::kKnown;
};

// One fetch of a feed, as its history keeps it.
struct FetchRecord {
  Seconds at;
  int status = 0;          // HTTP status; 0 when there was no answer
  std::string code;        // feeds::FetchStatus: "ok", "unchanged", "timeout", "http-404" ...
  std::string error;       // "" = success
  std::int64_t bytes = 0;  // of the body, as sent
  std::int64_t items = 0;  // in the document
  std::int64_t added = 0;  // stored as new
  std::int64_t revised = 0;
  std::chrono::milliseconds late{0};  // begun after it was due
  std::chrono::milliseconds took{0};
  Seconds next_poll;
  std::string rule;                // by which: feeds::format_poll_rule
  std::string why;                 // the same for people
  std::vector<std::string> notes;  // events of the feed, and what had to be repaired
};

// So many fetches of each feed are kept.
inline constexpr std::int64_t kFetchesKept = 32;

// How a poll ended, written with what it brought.
struct PollRecord {
  std::int64_t feed_id = 0;
  Seconds at;
  Seconds next_poll;
  int status = 0;     // HTTP status; 0 when there was no answer
  std::string error;  // "" = success
  int failures = 0;   // in a row, this one included
  // Kept as they were when empty.
  std::optional<feeds::Validators> validators;
  std::string feed_title;
  std::optional<feeds::FeedMemory> memory{};
  feeds::FeedState state = feeds::FeedState::kPolled;
  std::optional<FetchRecord> fetch{};  // empty: the history has none of it
  // Its hub pushed it: of the feed's own server, and of when that was asked, nothing is
  // written.
  bool pushed = false;
};

enum class PageState : std::uint8_t { kWanted, kRead, kFailed };

// What became of an article's web page.
struct PageRecord {
  std::int64_t article_id = 0;
  std::int64_t revision = 0;  // as it was wanted for
  PageState state = PageState::kFailed;
  Seconds at;
  std::string reason;  // "paywall"; "" unless kFailed
  std::string error;   // a sentence; the same
  std::string byline;
  std::optional<std::int64_t> text_revision;  // that holds its text
};

struct VerdictRecord {
  std::int64_t fact_id = 0;
  std::int64_t earlier_claim = 0;
  std::int64_t later_claim = 0;
  claims::Verdict verdict;
  Seconds at;
};

struct StoreStatus {
  std::int64_t feeds = 0;
  std::int64_t feeds_failing = 0;
  std::int64_t articles = 0;
  std::int64_t revisions = 0;
  std::int64_t claims = 0;
  std::int64_t facts = 0;
  std::int64_t pages_wanted = 0;  // of articles of which the feed carries a summary
  std::int64_t pages_read = 0;
  std::int64_t pages_failed = 0;
  std::int64_t disputes_open = 0;
  std::int64_t disputes = 0;
  std::int64_t alerts = 0;
  std::int64_t deliveries_pending = 0;
  std::int64_t deliveries_dead = 0;
  // When the oldest alert was written that waits for an endpoint, but for those that
  // are being gathered into a message and those of a disabled endpoint.
  std::optional<Seconds> oldest_pending{};
  std::optional<Seconds> last_poll;
  std::optional<Seconds> next_poll;
};

// What a decision on a dispute says of two of its claims.
struct PairLabel {
  std::int64_t earlier_claim = 0;
  std::int64_t later_claim = 0;
  std::int64_t dispute_id = 0;
  std::optional<bool> same;  // of one fact; empty = it does not say
  std::string features;      // of the pair, claims/sameness/training_rows.h
};

// A dispute with all that is needed to show it.
struct DisputeView {
  claims::Dispute dispute;
  claims::Fact fact;
  // Every claim that stands on a side, live or not.
  std::vector<claims::SourcedClaim> claims;
  // Of claims of its fact or on its sides: on its fact, and on two that stand on sides.
  std::vector<VerdictRecord> verdicts;
  // Oldest first.
  std::vector<claims::Decision> decisions;
};

// What the store knows of an endpoint of the configuration.
struct EndpointState {
  std::string name;
  std::string fingerprint;  // alerts::fingerprint()
  std::string fallback;     // "" = none
  std::optional<Seconds> disabled_at;
  std::string reason;  // why it is disabled
  std::int64_t pending = 0;
  std::int64_t dead = 0;
};

// Alerts that match are told nobody until it ends.
struct Silence {
  std::int64_t id = 0;
  std::string matching;  // JSON, alerts::format_match()
  std::string author;
  std::string reason;
  Seconds created_at;
  Seconds ends_at;
};

// Which deliveries a replay sends again.
struct ReplayChoice {
  std::string alert_id;          // "" = any
  std::string endpoint;          // "" = any
  std::optional<Seconds> since;  // alerts raised from then on
  bool dead_only = false;
};

class StoreReader {
 public:
  virtual ~StoreReader() = default;

  virtual StoreStatus status() const = 0;
  // That somebody wants polled, paused and gone ones too.
  virtual std::vector<feeds::Feed> feeds() const = 0;
  // The latest fetches of the feed, newest first.
  virtual std::vector<FetchRecord> fetches(std::int64_t feed_id, std::size_t limit) const = 0;
  // At hubs, by feed; those that are ending too.
  virtual std::vector<feeds::Subscription> subscriptions() const = 0;

  // Newest change first.
  virtual std::vector<claims::Dispute> disputes(std::size_t limit) const = 0;
  virtual std::optional<DisputeView> dispute(std::int64_t id) const = 0;
  // As much of it as a list shows: no verdicts, and no live claims of its fact.
  virtual std::optional<DisputeView> listed_dispute(std::int64_t id) const = 0;

  // Every fact in the order it was first spoken of, with its live claims.
  virtual std::vector<claims::Fact> facts() const = 0;

  // Newest first.
  virtual std::vector<alerts::Alert> alerts(std::size_t limit) const = 0;
  virtual std::optional<alerts::Alert> alert(const std::string& id) const = 0;
  virtual std::vector<alerts::Delivery> deliveries(const std::string& alert_id) const = 0;
  // Those that tell of the dispute, oldest first.
  virtual std::vector<alerts::Alert> alerts_of_dispute(std::int64_t dispute_id) const = 0;
  // Raised at `from` or later, oldest first.
  virtual std::vector<alerts::Alert> alerts_since(Seconds from) const = 0;
  // Oldest first.
  virtual std::vector<alerts::Attempt> attempts(const std::string& alert_id) const = 0;
  // Newest alert first.
  virtual std::vector<alerts::Delivery> dead_deliveries(std::size_t limit) const = 0;
  virtual std::vector<EndpointState> endpoints() const = 0;
  // Those that end after `from`, by id.
  virtual std::vector<Silence> silences(Seconds from) const = 0;
  // What in outbox, disputes and deliveries does not agree, in sentences.
  virtual std::vector<std::string> contradictions_of_outbox() const = 0;

  // By dispute.
  virtual std::vector<PairLabel> pair_labels() const = 0;

  // --- articles
  // The article's latest revision.
  virtual std::optional<ArticleView> article_view(std::int64_t id) const = 0;
  virtual std::optional<ArticleHistory> article_history(std::int64_t id) const = 0;
  // The revision that a claim was read in, which is stored.
  virtual std::optional<ArticleView> revision_of_claim(std::int64_t claim_id) const = 0;
  // Revisions that hold all of the words in title or text, newest first; of those that came
  // before the revision `before` unless it is 0.  A word that ends in "*" stands for all
  // that begin so; case and accents do not count.
  virtual FoundArticles search(std::span<const std::string> words, std::size_t limit,
                               std::int64_t before = 0) const = 0;
  // Other articles that carry nearly the same text as the latest revision, oldest first.
  virtual FoundArticles carriers(std::int64_t article_id, std::size_t limit) const = 0;

  // --- facts
  // With its live claims.
  virtual std::optional<claims::Fact> fact(std::int64_t id) const = 0;
  // Every claim of the fact, live or not, in the order of arrival; those with ids beyond
  // `after`.
  virtual std::vector<ClaimView> claims_of_fact(std::int64_t fact_id, std::int64_t after,
                                                std::size_t limit) const = 0;
  // Facts of which a claim holds all of the words, in its quote, its names or its
  // article's title; those spoken of last first.  Only the newest articles that hold the
  // words are looked through, some thousands.
  virtual FoundFacts search_facts(std::span<const std::string> words, std::size_t limit) const = 0;

  // What there is, a page at a time; as long as the reader lives.
  virtual const Listings& listings() const = 0;
};

// Desk: where people decide about disputes and feeds.
//
// It writes to no fact and no claim, so that what the ledger holds of those in
// memory stays what is stored; that feeds have changed the ledger sees by
// Store::roster_version, and of alerts and deliveries it holds nothing.  Who reads
// within a transaction sees what no other writer can change before it ends.
class Desk : public StoreReader {
 public:
  // All writing happens between begin() and commit(); use Transaction.
  virtual void begin() = 0;
  virtual void commit() = 0;
  virtual void rollback() noexcept = 0;

  // Inserts (id 0; sets it) or replaces.
  virtual void put_dispute(claims::Dispute& dispute) = 0;
  // Writes the decision down behind the dispute's others.  `labels` replace the
  // dispute's labels, and those that other disputes gave the same pairs; their
  // dispute_id is not looked at.
  virtual void put_decision(std::int64_t dispute_id, const claims::Decision& decision,
                            std::span<const PairLabel> labels) = 0;

  // Gives the alert its id, sequence, dispute_sequence and previous_id.  It must
  // be put in the same transaction.
  virtual void reserve_alert(alerts::Alert& alert) = 0;
  // Stores a reserved alert with its body, and a pending delivery by each of the plans;
  // with a silence, none.  A plan for a disabled endpoint with a fallback goes there.
  virtual void put_alert(const alerts::Alert& alert, std::span<const alerts::DeliveryPlan> plans,
                         std::int64_t silence_id = 0) = 0;

  // Inserts (id 0; sets it) or replaces.
  virtual void put_silence(Silence& silence) = 0;
  // The deliveries chosen become pending and due at `now`, with their ids as they were
  // and their attempts counted anew; an endpoint that is named gets those too that were
  // never to go there.  Returns how many.
  virtual std::size_t replay(const ReplayChoice& choice, Seconds now) = 0;
  // A disabled endpoint gets its deliveries again.  False when there is none disabled
  // by that name.
  virtual bool enable_endpoint(const std::string& name) = 0;
  // --- feeds, by hand.  Each is told to the ledger.
  // Adds the feed, due at `now`, or takes over the settings of one that was added
  // by hand before; the settings of one in the configuration stay.  Returns its id.
  virtual std::int64_t add_feed(const feeds::FeedSource& source, Seconds now) = 0;
  // The feed is no longer wanted by hand.  Its articles stay.
  virtual void remove_feed(std::int64_t id) = 0;
  // One that is to be polled again is due at `now`, with no failures behind it.
  virtual void set_feed_state(std::int64_t id, feeds::FeedState state, Seconds now) = 0;
  virtual void hasten_feed(std::int64_t id, Seconds now) = 0;
};

class Store : public Desk {
 public:
  // --- feeds
  // Makes the stored feeds those of the configuration: adds what is new, takes
  // over changed settings, retires what is gone (its articles stay), but for feeds
  // that were added by hand.  A new feed is due at `now`.  Returns polled_feeds().
  virtual std::deque<feeds::Feed> adopt_feeds(std::span<const feeds::FeedSource> sources,
                                              Seconds now) = 0;
  // A deque, so that whoever takes them one by one gives back their memory.
  virtual std::deque<feeds::Feed> polled_feeds() const = 0;
  // Grows with every change that a desk makes to feeds.
  virtual std::int64_t roster_version() const = 0;
  virtual void put_poll(const PollRecord& poll) = 0;
  // Inserts or replaces, by the key; feed, hub, topic and secret stay as they were.
  virtual void put_subscription(const feeds::Subscription& subscription) = 0;
  virtual void remove_subscription(const std::string& key) = 0;

  // --- articles
  // Makes articles ready on other threads; lives as long as the store.
  virtual const Preparer& preparer() const = 0;
  // Found again by (feed, identity), else by its url or an alias within the feed,
  // unless the feed uses that for several articles.  The articles of one document are
  // put within one transaction under one `seen`.  `ready` was made by this store and of this
  // article; the store keeps it, and nobody else puts it unless the transaction is rolled
  // back.
  virtual StoredArticle put_article(std::int64_t feed_id, const feeds::Article& article,
                                    std::shared_ptr<ReadyArticle> ready, Seconds seen) = 0;
  // The same of an article that is likely known: empty, and nothing is put, where it is
  // new or has changed.
  virtual std::optional<StoredArticle> meet_article(std::int64_t feed_id,
                                                    const feeds::Article& article,
                                                    Seconds seen) = 0;

  // The article as its latest revision has it, if that is `revision`.
  virtual std::optional<feeds::Article> article(std::int64_t id, std::int64_t revision) const = 0;

  // --- web pages of articles
  // The page of the article is wanted, in place of what was known of an earlier
  // revision's.
  virtual void want_page(std::int64_t article_id, std::int64_t revision, Seconds deadline) = 0;
  // Those that are wanted for the latest revision, oldest article first.
  virtual std::vector<feeds::WantedPage> wanted_pages() const = 0;
  // Adds a revision that holds the page's text in place of the summary; to the feed
  // the article is the same as before.  kKnown where `revision` is not the latest
  // any more; then nothing is written.
  virtual StoredArticle put_full_text(std::int64_t article_id, std::int64_t revision,
                                      std::shared_ptr<ReadyArticle> ready, Seconds seen) = 0;
  virtual void put_page(const PageRecord& page) = 0;
  // Whether a page's text was taken for any revision.
  virtual bool has_full_text(std::int64_t article_id) const = 0;
  // Waits until all that is committed can be searched, or until that has failed.
  virtual void await_search() = 0;

  // --- claims and facts
  // Waits until facts can be found by their keys, which after the start takes some
  // seconds for each million claims, or throws StoreError (kNotYet) where the store was opened so.
  // Whoever begins to write claims without it waits within the transaction, and so do all
  // other writers.
  virtual void await_facts() = 0;
  // Claims of earlier revisions of the article, which no longer count; they
  // leave their facts' live claims.  Returns them.
  virtual std::vector<claims::SourcedClaim> retire_claims(std::int64_t article_id,
                                                          std::int64_t revision) = 0;
  // The facts with one of these keys, those with most of them first, of two with as many
  // the one spoken of last (by a claim that brought one of the keys); of one key no more
  // than 64.  Where there is a `filter`, the first 64 are looked at, and those of them may be
  // left out that have no live claim of an article that it lets pass.  The first `limit` of
  // what is left.
  virtual std::vector<claims::SharedFact> facts_by_keys(
      std::span<const claims::FactKey> keys, std::size_t limit,
      const claims::ArticleFilter& filter) const = 0;
  // Inserts (id 0) or replaces all but the live claims.  Returns the id.
  virtual std::int64_t put_fact(const claims::Fact& fact) = 0;
  // Stores the claim at `place` of a ready article as a live one of the fact, which can then
  // also be found by the keys that it has there.  `fact_id` 0 = of a new fact, which is what
  // claims::make_fact() says of the claim.  Requires the claim's article_id; sets its
  // fact_id and its id and returns the latter.  What it says of its article is not stored: it
  // is read back from the revision, with the guid (else the identity) as its article.
  // Least is to be done where the article was just put as it was made ready, and all of
  // its claims come in their order.
  virtual std::int64_t put_claim(std::int64_t fact_id, std::int64_t revision, ReadyArticle& ready,
                                 std::size_t place) = 0;

  // --- verdicts and disputes.  Those on one later claim are put one behind the other.
  virtual void put_verdict(const VerdictRecord& record) = 0;
  virtual std::optional<claims::Dispute> dispute_of_fact(std::int64_t fact_id) const = 0;
  // The newest dispute on a side of which the claim stands, whatever its fact.
  virtual std::optional<claims::Dispute> dispute_of_claim(std::int64_t claim_id) const = 0;

  // --- outbox
  // Pending deliveries of the lane that are due, oldest alert first; none of a dispute of
  // which an older one is not due yet or goes in another lane or message.  So who brings them
  // in this order, and passes over a dispute of which one failed, keeps the order of each.  Of
  // an endpoint that is disabled none.
  virtual std::vector<alerts::Delivery> due_deliveries(const std::string& endpoint, Seconds now,
                                                       std::size_t limit,
                                                       alerts::Lane lane = {}) const = 0;
  // The same; those of one bundle get a message's id, which they keep, and stand
  // together: at most `bundle_size` a message, and of a bundle one new message at a time, as
  // alerts of the next may have to wait for it.
  virtual std::vector<alerts::Delivery> take_deliveries(const std::string& endpoint, Seconds now,
                                                        std::size_t limit, alerts::Lane lane,
                                                        std::size_t bundle_size) = 0;
  // When the next pending delivery of the lane is due; empty = none.
  virtual std::optional<Seconds> next_delivery(const std::string& endpoint,
                                               alerts::Lane lane = {}) const = 0;
  // When the bundle that waits for the endpoint will go; empty = none waits.
  virtual std::optional<Seconds> bundle_due(const std::string& endpoint,
                                            const std::string& bundle) const = 0;
  // When the endpoint was last told of the dispute, or will be.
  virtual std::optional<Seconds> last_told(const std::string& endpoint,
                                           std::int64_t dispute_id) const = 0;
  // Writes down an attempt and the delivery's state after it.  One that finds the
  // endpoint gone disables it; one that ends the delivery hands it to the fallback.
  virtual void put_attempt(const alerts::Attempt& attempt) = 0;
  // Makes the store's endpoints those of the configuration.  What is pending for one
  // that is gone from there is dead; one with another fingerprint is enabled again.
  // Of the states only name, fingerprint and fallback are looked at.
  virtual void adopt_endpoints(std::span<const EndpointState> endpoints) = 0;
  // What is pending for the endpoint goes to its fallback too.  Returns how many
  // deliveries that are.
  virtual std::size_t fall_back(const std::string& endpoint, Seconds now) = 0;

  // --- retention
  // Takes away what the policy keeps no longer, at most `rows` of each kind, oldest
  // first, and gives some free room back to the disk.  What is taken away counts no
  // more in status(), and claims of it are no facts' live claims.
  virtual Removal remove_expired(const RetentionPolicy& policy, Seconds now, std::int64_t rows) = 0;
};

// Rolls back unless committed.
class Transaction {
 public:
  explicit Transaction(Desk& store) : store_(store) { store_.begin(); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (!done_) store_.rollback();
  }
  void commit() {
    store_.commit();
    done_ = true;
  }

 private:
  Desk& store_;
  bool done_ = false;
};

}  // namespace figured::storage
