#include "feeds/date_names.h"

#include <algorithm>
#include <string>

#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

using namespace std::chrono_literals;

// Beginnings of the months' names, lower case, for every language at once.  A
// word is the month whose longest beginning it has: "mars" is March, "mai" May.
struct MonthName {
  std::string_view start;
  unsigned month;
};
constexpr MonthName kMonths[] = {
    {"jan", 1},        {"januar", 1},   {"janv", 1}, {"ene", 1},   {"gen", 1},  {"sty", 1},
    {"led", 1},        {"ιαν", 1},      {"Ιαν", 1},  {"янв", 1},   {"Янв", 1},  {"oca", 1},
    {"jän", 1},        {"feb", 2},      {"fév", 2},  {"fev", 2},   {"lut", 2},  {"únor", 2},
    {"unor", 2},       {"Φεβ", 2},      {"φεβ", 2},  {"фев", 2},   {"Фев", 2},  {"şub", 2},
    {"f\xc3\xa9v", 2}, {"mar", 3},      {"mär", 3},  {"maa", 3},   {"mrz", 3},  {"már", 3},
    {"mrt", 3},        {"břez", 3},     {"Μάρ", 3},  {"Μαρ", 3},   {"μαρ", 3},  {"мар", 3},
    {"Мар", 3},        {"apr", 4},      {"avr", 4},  {"abr", 4},   {"kwi", 4},  {"dub", 4},
    {"ápr", 4},        {"Απρ", 4},      {"απρ", 4},  {"апр", 4},   {"Апр", 4},  {"nis", 4},
    {"may", 5},        {"mai", 5},      {"mag", 5},  {"maj", 5},   {"mei", 5},  {"maio", 5},
    {"máj", 5},        {"kvě", 5},      {"Μάι", 5},  {"Μαϊ", 5},   {"Μαι", 5},  {"мая", 5},
    {"май", 5},        {"Май", 5},      {"jun", 6},  {"juin", 6},  {"giu", 6},  {"cze", 6},
    {"jún", 6},        {"červen", 6},   {"Ιού", 6},  {"Ιουν", 6},  {"Ιούν", 6}, {"июн", 6},
    {"Июн", 6},        {"haz", 6},      {"jul", 7},  {"juil", 7},  {"lug", 7},  {"lip", 7},
    {"júl", 7},        {"červenec", 7}, {"Ιουλ", 7}, {"Ιούλ", 7},  {"Ιολ", 7},  {"июл", 7},
    {"Июл", 7},        {"tem", 7},      {"aug", 8},  {"aoû", 8},   {"aou", 8},  {"ago", 8},
    {"sie", 8},        {"srp", 8},      {"Αύγ", 8},  {"Αυγ", 8},   {"авг", 8},  {"Авг", 8},
    {"ağu", 8},        {"sep", 9},      {"set", 9},  {"wrz", 9},   {"sze", 9},  {"zář", 9},
    {"Σεπ", 9},        {"σεπ", 9},      {"сен", 9},  {"Сен", 9},   {"eyl", 9},  {"oct", 10},
    {"okt", 10},       {"out", 10},     {"ott", 10}, {"paź", 10},  {"říj", 10}, {"Οκτ", 10},
    {"οκτ", 10},       {"окт", 10},     {"Окт", 10}, {"eki", 10},  {"nov", 11}, {"listopad", 11},
    {"lis", 11},       {"Νοέ", 11},     {"Νοε", 11}, {"Νοέμ", 11}, {"ноя", 11}, {"Ноя", 11},
    {"kas", 11},       {"dec", 12},     {"déc", 12}, {"dez", 12},  {"dic", 12}, {"des", 12},
    {"gru", 12},       {"pros", 12},    {"Δεκ", 12}, {"δεκ", 12},  {"дек", 12}, {"Дек", 12},
    {"ara", 12},
};

struct Zone {
  std::string_view name;
  std::chrono::minutes offset;
};
// Of the names used twice, the one of RFC 822 wins (CST, EST, MST), then the
// one with more feeds (BST British, IST Indian, GST Gulf).
constexpr Zone kZones[] = {
    {"z", 0h},
    {"ut", 0h},
    {"utc", 0h},
    {"gmt", 0h},
    {"wet", 0h},
    {"uct", 0h},
    {"zulu", 0h},
    {"est", -5h},
    {"edt", -4h},
    {"et", -5h},
    {"cst", -6h},
    {"cdt", -5h},
    {"mst", -7h},
    {"mdt", -6h},
    {"pst", -8h},
    {"pdt", -7h},
    {"ast", -4h},
    {"adt", -3h},
    {"nst", -3h - 30min},
    {"ndt", -2h - 30min},
    {"akst", -9h},
    {"akdt", -8h},
    {"hst", -10h},
    {"bst", 1h},
    {"west", 1h},
    {"cet", 1h},
    {"cest", 2h},
    {"met", 1h},
    {"mest", 2h},
    {"mez", 1h},
    {"mesz", 2h},
    {"eet", 2h},
    {"eest", 3h},
    {"msk", 3h},
    {"msd", 4h},
    {"trt", 3h},
    {"sast", 2h},
    {"cat", 2h},
    {"eat", 3h},
    {"wat", 1h},
    {"irst", 3h + 30min},
    {"gst", 4h},
    {"pkt", 5h},
    {"ist", 5h + 30min},
    {"npt", 5h + 45min},
    {"wib", 7h},
    {"ict", 7h},
    {"hkt", 8h},
    {"sgt", 8h},
    {"pht", 8h},
    {"myt", 8h},
    {"awst", 8h},
    {"jst", 9h},
    {"kst", 9h},
    {"acst", 9h + 30min},
    {"acdt", 10h + 30min},
    {"aest", 10h},
    {"aedt", 11h},
    {"nzst", 12h},
    {"nzdt", 13h},
    {"brt", -3h},
    {"art", -3h},
    {"clt", -4h},
    {"cot", -5h},
    {"pet", -5h},
    {"vet", -4h},
};

// The first three letters of the English months, which nearly all dates have.
std::optional<unsigned> short_english_month(std::string_view name) {
  constexpr std::string_view kShort = "janfebmaraprmayjunjulaugsepoctnovdec";
  const char low[] = {lower(name[0]), lower(name[1]), lower(name[2])};
  for (std::size_t at = 0; at < kShort.size(); at += 3)
    if (kShort[at] == low[0] && kShort[at + 1] == low[1] && kShort[at + 2] == low[2])
      return static_cast<unsigned>(at / 3 + 1);
  return std::nullopt;
}

}  // namespace

std::optional<unsigned> month_by_name(std::string_view name) {
  if (name.size() == 3) {
    if (const auto month = short_english_month(name)) return month;
    // Nor do any months of the table begin like the English days.
    for (const std::string_view day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "gmt"})
      if (equal_ignoring_case(name, day)) return std::nullopt;
  }
  const std::string low = to_lower(name);  // Greek and Cyrillic stay as they are
  const MonthName* best = nullptr;
  for (const MonthName& entry : kMonths)
    if (low.starts_with(entry.start) && (!best || entry.start.size() > best->start.size()))
      best = &entry;
  if (!best) return std::nullopt;
  return best->month;
}

std::optional<std::chrono::minutes> zone_by_name(std::string_view name) {
  const std::string low = to_lower(name);
  const auto zone = std::ranges::find(kZones, low, &Zone::name);
  if (zone == std::end(kZones)) return std::nullopt;
  return zone->offset;
}

}  // namespace figured::feeds
