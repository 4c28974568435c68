// Writes the rows of the gazetteer as C++.
//
//   gazetteer_generator LEXICON-FOLDER CITIES ISO-CODES-FOLDER OUT
//
// places.tsv and regions.tsv say how English names places; iso-codes adds the
// official names of countries and every state or province; cities.tsv the
// cities.  What an earlier source names is not named again by a later one.
//
// places.tsv, regions.tsv := { canonical TAB names TAB demonyms TAB code TAB within }
// cities.tsv              := { code TAB city { ";" city } } ; city := name " " thousands
#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "claims/gazetteer/gazetteer_data.h"
#include "claims/gazetteer/place_key.h"

namespace figured::claims {
namespace {

namespace json = boost::json;

struct Place {
  std::string name;
  PlaceKind kind = PlaceKind::kCity;
  std::vector<std::string> within;  // codes
  std::uint32_t population = 0;
};

struct Alias {
  std::string key;
  std::size_t place = 0;
  std::uint8_t traits = 0;
};

std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

// "-" stands for an empty list.
std::vector<std::string> list(const std::string& field) {
  return field == "-" ? std::vector<std::string>() : split(field, ' ');
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

class Generator {
 public:
  void read_doubtful(const std::string& path) {
    each_row(path, [this](const std::vector<std::string>& fields) {
      const std::uint8_t trait = fields.at(0) == "word" ? kCommonWord : kPersonName;
      for (const std::string& name : split(fields.at(1), ' ')) doubtful_[name] |= trait;
    });
  }

  void read_places(const std::string& path, bool countries) {
    each_row(path, [&](const std::vector<std::string>& fields) {
      if (fields.size() != 5) throw std::runtime_error(path + ": five fields in " + fields[0]);
      const std::string& code = fields[3];
      const std::size_t place =
          add(fields[0], kind_of(code, fields[4], countries), code, list(fields[4]));
      name(place, fields[0], 0);
      for (const std::string& alias : list(fields[1]))
        name(place, blanks(alias), traits(alias, code));
      for (const std::string& alias : list(fields[2])) name(place, blanks(alias), kDemonym);
    });
  }

  // What follows comes from elsewhere.
  void end_of_ours() { ours_ = places_.size(); }

  // Official names: "Islamic Republic of Iran".
  void read_countries(const std::string& path) {
    const json::value file = json::parse(read_whole(path));
    for (const json::value& entry : file.at("3166-1").as_array()) {
      const std::string code(entry.at("alpha_2").as_string());
      const std::string common = text_of(entry, "name");
      if (!codes_.contains(code)) add(common, PlaceKind::kCountry, code, {});
      for (const char* field : {"name", "common_name", "official_name"}) {
        const std::string written = text_of(entry, field);
        if (written.find_first_of(",(") == std::string::npos) name(codes_.at(code), written, 0);
      }
    }
  }

  void read_states(const std::string& path) {
    const json::value file = json::parse(read_whole(path));
    for (const json::value& entry : file.at("3166-2").as_array()) {
      const std::string code(entry.at("code").as_string());
      if (codes_.contains(code)) continue;
      const std::string written = plain(text_of(entry, "name"));
      if (written.find_first_of("0123456789") != std::string::npos) continue;
      name(add(written, PlaceKind::kState, code, {code.substr(0, 2)}), written, 0);
    }
  }

  void read_cities(const std::string& path) {
    each_row(path, [this](const std::vector<std::string>& fields) {
      for (const std::string& entry : split(fields.at(1), ';')) {
        const std::size_t blank = entry.rfind(' ');
        const std::string written = entry.substr(0, blank);
        const auto people = static_cast<std::uint32_t>(std::stoul(entry.substr(blank + 1)));
        if (const auto known = named_within(place_key(written), fields[0])) {
          places_[*known].population = std::max(places_[*known].population, people);
          // The city's own spelling is better known than that of its province:
          // "Kabul", not "Kābul".
          if (*known >= ours_) places_[*known].name = written;
          continue;
        }
        const std::size_t place = add(written, PlaceKind::kCity, {}, {fields[0]});
        places_[place].population = people;
        name(place, written, 0);
      }
    });
  }

  void write(std::ostream& out) {
    std::stable_sort(aliases_.begin(), aliases_.end(), [this](const Alias& a, const Alias& b) {
      return a.key != b.key ? a.key < b.key : rank(a) > rank(b);
    });
    out << "// Written by gazetteer/generator.cc.\n#include "
           "\"claims/gazetteer/gazetteer_data.h\"\n\n"
           "namespace figured::claims::gazetteer_data {\nnamespace {\n"
           "constexpr Row kRowList[] = {\n";
    for (const Place& place : places_) write(out, place);
    out << "};\nconstexpr Name kNameList[] = {\n";
    for (const Alias& alias : aliases_) {
      out << '{' << quoted(alias.key) << ',' << alias.place << ',' << int{alias.traits} << "},\n";
    }
    out << "};\n}  // namespace\nconst std::int32_t kOurs = " << ours_
        << ";\nconst std::span<const Row> kRows = kRowList;\n"
           "const std::span<const Name> kNames = kNameList;\n"
           "}  // namespace figured::claims::gazetteer_data\n";
  }

 private:
  template <class Row>
  static void each_row(const std::string& path, Row row) {
    for (const std::string& line : split(read_whole(path), '\n')) {
      if (line.front() != '#') row(split(line, '\t'));
    }
  }

  static std::string text_of(const json::value& entry, const char* field) {
    const json::value* text = entry.as_object().if_contains(field);
    return text != nullptr ? std::string(text->as_string()) : std::string();
  }

  static std::string blanks(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
  }

  // Without "[other name]", ", Province of" and the asterisk of an old name.
  static std::string plain(const std::string& name) {
    std::string text = name.substr(0, name.find_first_of("*[,("));
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
  }

  static PlaceKind kind_of(const std::string& code, const std::string& within, bool countries) {
    if (code.front() == '=') return PlaceKind::kSeat;
    if (code.front() == '@') return PlaceKind::kBody;
    const bool in_country = within.front() >= 'A' && within.front() <= 'Z';
    if (code.front() == '+') return in_country ? PlaceKind::kState : PlaceKind::kRegion;
    if (countries && code.front() >= 'A' && code.front() <= 'Z') return PlaceKind::kCountry;
    return code.find('-') != std::string::npos ? PlaceKind::kState : PlaceKind::kRegion;
  }

  // A short form with its capital: "Ala", "TX".
  static std::uint8_t traits(const std::string& alias, const std::string& code) {
    const bool state =
        code.starts_with("US-") || code.starts_with("CA-") || code.starts_with("AU-");
    return state && alias.front() >= 'A' && alias.front() <= 'Z' ? kAbbreviation : 0;
  }

  std::size_t add(std::string name, PlaceKind kind, const std::string& code,
                  std::vector<std::string> within) {
    places_.push_back({std::move(name), kind, std::move(within), 0});
    if (!code.empty()) codes_.emplace(code, places_.size() - 1);
    return places_.size() - 1;
  }

  void name(std::size_t place, const std::string& written, std::uint8_t traits) {
    std::string key = place_key(written);
    if (key.size() < 2 || !named_.insert({key, place}).second) return;
    const bool country = places_[place].kind == PlaceKind::kCountry;
    if (const auto doubt = doubtful_.find(key); doubt != doubtful_.end() && traits != kDemonym)
      traits = static_cast<std::uint8_t>(traits | (doubt->second & (country ? kPersonName : 0xff)));
    aliases_.push_back({std::move(key), place, traits});
  }

  // The place of this name that lies in the region; it is known already.
  std::optional<std::size_t> named_within(const std::string& key, const std::string& code) const {
    for (auto it = named_.lower_bound({key, 0}); it != named_.end() && it->first == key; ++it) {
      const std::vector<std::string>& within = places_[it->second].within;
      for (const std::string& wide : within) {
        if (wide == code || wide.substr(0, 2) == code.substr(0, 2) || lies_in(wide, code))
          return it->second;
      }
    }
    return std::nullopt;
  }

  bool lies_in(const std::string& code, const std::string& wide) const {
    const auto found = codes_.find(code);
    if (found == codes_.end()) return false;
    const std::vector<std::string>& within = places_[found->second].within;
    return std::find(within.begin(), within.end(), wide) != within.end();
  }

  // Countries first, then by what most readers think of.
  std::uint64_t rank(const Alias& alias) const {
    const Place& place = places_[alias.place];
    std::uint64_t rank = place.population;
    if (place.kind == PlaceKind::kCountry) rank += 1000000;
    if (place.kind == PlaceKind::kState) rank += place.within.at(0) == "US" ? 100000 : 100;
    if (place.kind == PlaceKind::kRegion) rank += 50000;
    return (alias.traits & kDemonym) != 0 ? rank / 4 : rank;
  }

  void write(std::ostream& out, const Place& place) const {
    static constexpr const char* kKinds[] = {"kBody",  "kCity",   "kSeat",
                                             "kState", "kRegion", "kCountry"};
    int within[2] = {-1, -1};
    for (std::size_t i = 0; i < std::min<std::size_t>(place.within.size(), 2); ++i) {
      const auto found = codes_.find(place.within[i]);
      if (found == codes_.end()) throw std::runtime_error("unknown code " + place.within[i]);
      within[i] = static_cast<int>(found->second);
    }
    out << '{' << quoted(place.name) << ",PlaceKind::" << kKinds[static_cast<int>(place.kind)]
        << ",{" << within[0] << ',' << within[1] << "}," << place.population << "},\n";
  }

  std::vector<Place> places_;
  std::size_t ours_ = 0;
  std::vector<Alias> aliases_;
  std::map<std::string, std::size_t> codes_;
  std::map<std::string, std::uint8_t> doubtful_;
  std::set<std::pair<std::string, std::size_t>> named_;
};

}  // namespace
}  // namespace figured::claims

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: gazetteer_generator LEXICON-FOLDER CITIES ISO-CODES-FOLDER OUT\n";
    return 2;
  }
  const std::string lexicon = argv[1], cities = argv[2], iso = argv[3];
  figured::claims::Generator generator;
  generator.read_doubtful(lexicon + "/not_places.tsv");
  generator.read_places(lexicon + "/places.tsv", true);
  generator.read_places(lexicon + "/regions.tsv", false);
  generator.end_of_ours();
  generator.read_countries(iso + "/iso_3166-1.json");
  generator.read_states(iso + "/iso_3166-2.json");
  generator.read_cities(cities);
  std::ofstream out(argv[4]);
  generator.write(out);
  return out.flush() ? 0 : 1;
}
