#include "claims/measure_reader.h"

namespace figured::claims {
namespace {

constexpr int kLeftReach = 7;
constexpr int kRightReach = 10;

class MeasureReader {
 public:
  MeasureReader(const SentenceView& s, const ReadFigure& figure, const ReadMeasure* previous)
      : s_(s), f_(figure), previous_(previous) {}

  ReadMeasure run() {
    read_noun();
    if (f_.age) return named("age");
    if (f_.dimension == "money") return money();
    if (f_.dimension == "percent" || f_.dimension == "point") return percent();
    if (!f_.dimension.empty() && f_.dimension != "times") return quantity();
    count();
    return std::move(out_);
  }

 private:
  const Word& word(int i) const { return *s_.at(i).word; }
  const Event& event(std::int16_t index) const { return Lexicon::english().event(index); }

  ReadMeasure named(std::string measure) {
    out_.measure = std::move(measure);
    return std::move(out_);
  }

  void read_noun() {
    const CountedNoun noun = counted_noun(s_, f_.last);
    out_.head = noun.head;
    modifiers_ = noun.modifiers;
    if (noun.head >= 0) out_.noun = std::string(s_.at(noun.head).text);
  }

  std::string kind() const {
    if (out_.head < 0 || (word(out_.head).has_role(kToll) && word(out_.head).noun == kNoIndex))
      return "carrier";
    const std::int16_t noun = word(out_.head).noun;
    return noun == kNoIndex ? "" : Lexicon::english().noun(noun).kind;
  }

  bool set_event(int at, std::uint8_t roles) {
    const std::int16_t named = word(at).event_as(roles);
    if (counting_ && event(named).what == EventWhat::kAmount) return false;
    out_.event = named;
    out_.verb = at;
    return true;
  }

  // --- counts

  void count() {
    counting_ = true;
    if (is_part_of_previous()) {
      out_.event = previous_->event;
      out_.verb = previous_->verb;
    } else if (!(event_of_head() || event_right_after() || event_of_left_verb() ||
                 event_of_modifier() || event_of_toll() || event_far_right() ||
                 event_of_person())) {
      strength_by_cues();
    }
    restrict_by_noun();
    compose();
  }

  bool is_part_of_previous() const {
    if (previous_ == nullptr || previous_->event == kNoIndex) return false;
    if (s_.lower_is(f_.last, "of") &&
        (s_.lower_is(f_.last + 1, "them") || s_.lower_is(f_.last + 1, "whom")))
      return true;
    return s_.is(f_.first - 1, kPart) &&
           (kind() == "person" || kind() == "carrier" || kind() == "armed");
  }

  // "42 deaths", "42 dead", "12 wounded"
  bool event_of_head() {
    if (out_.head < 0) return false;
    const Word& head = word(out_.head);
    // "30 protesters" may still be arrested; "42 deaths" are what they are.
    if (head.has_role(kEventNounRole) && kind() != "person")
      return set_event(out_.head, kEventNounRole);
    return head.has_role(kAdjective) && set_event(out_.head, kAdjective);
  }

  // "30 protesters", "12 hostages": no verb says more of them.
  bool event_of_person() {
    return out_.head >= 0 && word(out_.head).has_role(kEventNounRole) &&
           set_event(out_.head, kEventNounRole);
  }

  bool is_link(int i) const {
    return s_.is_word(i) &&
           (s_.is(i, kBe | kHave | kAdverb | kFear | kModal | kWill) || s_.lower_is(i, "who") ||
            s_.lower_is(i, "that") || s_.lower_is(i, "which") || s_.lower_is(i, "confirmed") ||
            s_.lower_is(i, "reported") || s_.lower_is(i, "left"));
  }

  // The event that verb `at` says of the phrase before it; `linked`: a form of
  // "be" stands between.
  bool says_event(int at, bool linked) const {
    const Word& verb = word(at);
    if (!s_.is_word(at) || verb.event == kNoIndex) return false;
    if (verb.has_role(kSubjectVerb)) return verb.verb_forms != 0;
    if (verb.has_role(kAdjective)) return true;
    if (!verb.has_role(kObjectVerb) || (verb.verb_forms & kPastForm) == 0) return false;
    return linked || !takes_object(at);
  }

  // "12 soldiers killed three": what stands before the verb acts, it is not acted on.
  bool takes_object(int verb) const {
    const int next = verb + 1;
    if (s_.is_kind(next, TokenKind::kNumber) || s_.is_kind(next, TokenKind::kCurrency)) return true;
    if (!s_.is_word(next)) return false;
    return !s_.is(next, kPreposition | kConjunction | kClauseBreak | kDayWord | kAdverb | kWeekday |
                            kBe | kPart);
  }

  bool event_right_after() {
    int i = out_.head >= 0 ? out_.head + 1 : f_.last;
    if (out_.head < 0 && s_.lower_is(i, "of")) return false;
    bool linked = false;
    for (int steps = 0; steps < 6 && is_link(i); ++steps, ++i)
      linked = linked || s_.is(i, kBe) || s_.lower_is(i, "left");
    if (s_.lower_is(i, "on") && s_.lower_is(i + 1, "board")) {
      static const std::int16_t aboard = Lexicon::english().find("aboard").event;
      out_.event = aboard;
      return true;
    }
    if (!says_event(i, linked)) return false;
    // "were injured or killed" counts either.
    return set_event(i, kObjectVerb | kSubjectVerb | kAdjective);
  }

  bool stops_left(int i) const {
    if (!s_.has(i)) return true;
    if (s_.is_kind(i, TokenKind::kSign)) return s_.at(i).text != "%" && s_.at(i).text != ",";
    return s_.is(i, kClauseBreak) && !s_.lower_is(i, "as") && !s_.lower_is(i, "since");
  }

  // "killed 42 people", "injuring more than 200", "killed a woman and two men"
  bool event_of_left_verb() {
    for (int i = f_.first - 1; i >= f_.first - kLeftReach && !stops_left(i); --i) {
      const Word& verb = word(i);
      if (!s_.is_word(i)) continue;
      if (s_.at(i).text == "," && i < f_.first - 2) return false;
      if (i == f_.first - 1 && verb.has_role(kAdjective) && verb.verb_forms == 0) continue;
      if (verb.event == kNoIndex || verb.verb_forms == 0) {
        if (s_.is(i, kSay)) return false;
        continue;
      }
      if (!verb.has_role(kObjectVerb)) return false;
      // A passive has no object: "were killed in 12 attacks".
      if ((verb.verb_forms & kPastForm) != 0 &&
          (s_.is(i - 1, kBe) || (s_.is(i - 1, kAdverb) && s_.is(i - 2, kBe))))
        return false;
      if (has_preposition_between(i, f_.first)) return false;
      return set_event(i, kObjectVerb | kSubjectVerb);
    }
    return false;
  }

  bool has_preposition_between(int verb, int first) const {
    for (int i = verb + 1; i < first; ++i) {
      if (s_.is(i, kPreposition) && !s_.lower_is(i, "about") && !s_.lower_is(i, "around") &&
          !s_.lower_is(i, "over") && !s_.lower_is(i, "up") && !s_.lower_is(i, "of")) {
        return true;
      }
    }
    return false;
  }

  // "1,000 displaced people", "7,000 armed people", "6,000 strong forces"
  bool event_of_modifier() {
    for (const int i : modifiers_) {
      if (word(i).has_role(kAdjective)) return set_event(i, kAdjective);
    }
    return false;
  }

  // "the death toll rose to 42", "a force of 9,000", "a 6,000-strong army"
  bool event_of_toll() {
    if (out_.head >= 0 && word(out_.head).has_role(kToll)) return set_event(out_.head, kToll);
    bool joined = false;
    for (int i = f_.first - 1; i >= f_.first - 9 && s_.has(i); --i) {
      if (s_.is_kind(i, TokenKind::kSign)) return false;
      if (s_.lower_is(i, "of") || s_.lower_is(i, "to") || s_.lower_is(i, "at") ||
          s_.is(i, kBe | kRise | kFall))
        joined = true;
      if (!word(i).has_role(kToll)) continue;
      if (!joined && !s_.lower_is(i, "toll")) return false;
      return set_event(i, kToll);
    }
    return false;
  }

  // "42 people in the capital were killed": one phrase lies between.
  bool event_far_right() {
    if (out_.head < 0) return false;
    bool be = false;
    for (int i = out_.head + 1; i < out_.head + kRightReach && s_.has(i); ++i) {
      if (s_.is_kind(i, TokenKind::kSign) || s_.is_kind(i, TokenKind::kNumber)) return false;
      if (s_.is(i, kConjunction | kSay) ||
          (s_.is(i, kClauseBreak) && !s_.lower_is(i, "who") && !s_.lower_is(i, "that")))
        return false;
      if (s_.is(i, kBe | kHave)) {
        be = be || s_.is(i, kBe);
        continue;
      }
      const Word& verb = word(i);
      if (verb.event == kNoIndex || verb.verb_forms == 0) continue;
      if ((be && verb.has_role(kObjectVerb) && (verb.verb_forms & kPastForm)) ||
          verb.has_role(kSubjectVerb))
        return set_event(i, kObjectVerb | kSubjectVerb);
      return false;
    }
    return false;
  }

  // "they have 7,000 soldiers", "20,000 soldiers ready to fight"
  void strength_by_cues() {
    if (kind() != "armed") return;
    bool cue = false;
    for (int i = f_.first - 1; i >= f_.first - 3; --i)
      cue = cue || s_.is(i, kHave) || s_.lower_is(i, "with");
    for (int i = out_.head + 1; i <= out_.head + 2; ++i) {
      cue = cue || s_.lower_is(i, "ready") || s_.lower_is(i, "loyal") ||
            s_.lower_is(i, "stationed") || s_.lower_is(i, "strong");
    }
    if (!cue) return;
    static const std::int16_t strength = Lexicon::english().find("armed").event;
    out_.event = strength;
  }

  void restrict_by_noun() {
    for (const int i : modifiers_) {
      if (word(i).place != kNoIndex) out_.nation = Lexicon::english().place(word(i).place);
    }
    if (out_.head < 0) return;
    const std::int16_t noun = word(out_.head).noun;
    if (noun == kNoIndex) return;
    if (Lexicon::english().noun(noun).kind != "carrier" &&
        !word(out_.head).has_role(kEventNounRole | kAdjective)) {
      out_.restriction = Lexicon::english().noun(noun).name;
    }
  }

  void compose() {
    const std::string what = kind();
    const bool people = what == "carrier" || what == "person" || what == "armed";
    if (out_.event == kNoIndex) {
      if (what != "carrier" && out_.head >= 0)
        out_.measure = "count." + noun_name(s_.at(out_.head));
      out_.restriction.clear();
      return;
    }
    const std::string& name = event(out_.event).name;
    // "carries 42": of what, is not said.
    if (out_.head < 0 && event(out_.event).what != EventWhat::kPeople) return;
    const Word* head = out_.head >= 0 ? &word(out_.head) : nullptr;
    if (head != nullptr && head->has_role(kEventNounRole) && head->noun_event == out_.event) {
      out_.measure = "people." + name;
      return;
    }
    const bool moving = what == "armed" && name == "moved";
    if (people && (name == "strength" || name == "deployed" || moving)) {
      out_.measure = moving ? "armed.deployed" : "armed." + name;
      out_.restriction.clear();  // "people of a force", "soldiers", "fighters" are its members
      return;
    }
    if (people) {
      out_.measure = "people." + name;
      return;
    }
    const std::string thing = what.empty() ? noun_name(s_.at(out_.head)) : what;
    out_.measure = thing + '.' + name;
    if (what.empty()) out_.restriction.clear();
  }

  // --- money, percent and other dimensions

  // The nearest toll noun or event verb to the left, or "in damage" to the right.
  int event_near() const {
    for (int i = f_.last; i < f_.last + 4 && s_.is_word(i); ++i) {
      if (word(i).has_role(kToll | kEventNounRole | kAdjective)) return i;
    }
    for (int i = f_.first - 1; i >= f_.first - 8 && !stops_left(i); --i) {
      if (!s_.is_word(i) || !word(i).has_role(kToll | kObjectVerb | kSubjectVerb)) continue;
      // "the unemployment rate": the word before says which rate.
      const bool rate = word(i).has_role(kToll) && event(word(i).noun_event).name == "rate";
      return rate && word(i - 1).has_role(kToll) ? i - 1 : i;
    }
    return -1;
  }

  ReadMeasure money() { return by_event("money"); }

  ReadMeasure by_event(const std::string& dimension) {
    const int near = event_near();
    if (near < 0) return std::move(out_);
    set_event(near, word(near).has_role(kToll | kEventNounRole)
                        ? kToll | kEventNounRole
                        : kObjectVerb | kSubjectVerb | kAdjective);
    out_.measure = dimension + '.' + event(out_.event).name;
    return std::move(out_);
  }

  ReadMeasure percent() {
    if (s_.lower_is(f_.last, "of")) {
      int i = f_.last + 1;
      while (s_.is_word(i) && s_.is(i, kDeterminer | kPossessive)) ++i;
      if (s_.is_word(i)) {
        out_.noun = std::string(s_.at(i).text);
        const CountedNoun noun = counted_noun(s_, f_.last);
        const int head = noun.head >= 0 ? noun.head : i;
        return named("percent.of." + noun_name(s_.at(head)));
      }
    }
    return by_event("percent");
  }

  ReadMeasure quantity() {
    if (f_.dimension == "magnitude") return named("magnitude");
    if (f_.dimension == "length" && is_distance()) return named("length.distance");
    if (f_.dimension == "duration" && s_.binds(f_.core_last) && out_.head >= 0) {
      return named("duration." + noun_name(s_.at(out_.head)));
    }
    return by_event(f_.dimension);
  }

  // "125 km north of Kabul", "30 miles from the border"
  bool is_distance() const {
    static constexpr std::string_view kDirections[] = {
        "north",     "south",     "east", "west", "northeast", "northwest",
        "southeast", "southwest", "from", "away", "off",       "outside"};
    for (const std::string_view direction : kDirections) {
      if (s_.lower_is(after_conversion(), direction)) return true;
    }
    return false;
  }

  int after_conversion() const {
    if (s_.at(f_.last).text != "(") return f_.last;
    for (int i = f_.last; i < f_.last + 8; ++i) {
      if (s_.at(i).text == ")") return i + 1;
    }
    return f_.last;
  }

  const SentenceView& s_;
  const ReadFigure& f_;
  const ReadMeasure* previous_;
  ReadMeasure out_;
  std::vector<int> modifiers_;
  bool counting_ = false;
};

}  // namespace

ReadMeasure read_measure(const SentenceView& sentence, const ReadFigure& figure,
                         const ReadMeasure* previous) {
  return MeasureReader(sentence, figure, previous).run();
}

}  // namespace figured::claims
