// currency_generator ISO_4217.json OUT.cc
// writes the currencies of the world as rows of lexicon/en/units.tsv: each with
// its code, the name that ISO 4217 gives it, and the plural of that name.
//
// Gold, bonds, funds and units of account have codes as well; they are left out.
// A last word that one currency alone has ("baht", "zloty") is a name by itself.
#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "claims/lexicon/inflection.h"

namespace figured::claims::generator {
namespace {

namespace json = boost::json;

struct Currency {
  std::string code;               // "MXN"
  std::vector<std::string> name;  // "mexican", "peso"
};

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : lower(text)) {
    if (c == ' ') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

// Codes that begin with X belong to no country: of these only the francs and
// dollars of several countries are money that is paid with.
bool is_paid_with(const std::string& code, const std::string& name) {
  static constexpr std::string_view kUnions[] = {"XAF", "XOF", "XPF", "XCD"};
  static constexpr std::string_view kFunds[] = {"BOV", "CHE", "CHW", "CLF", "COU", "CUC",
                                                "MXV", "USN", "UYI", "UYW", "VED"};
  if (name.find('(') != std::string::npos) return false;
  if (code.front() == 'X') return std::count(std::begin(kUnions), std::end(kUnions), code) != 0;
  return std::count(std::begin(kFunds), std::end(kFunds), code) == 0;
}

std::vector<Currency> read_currencies(const char* path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(std::string("cannot read ") + path);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const json::value document = json::parse(text);
  std::vector<Currency> currencies;
  for (const json::value& entry : document.at("4217").as_array()) {
    const std::string code(entry.at("alpha_3").as_string());
    const std::string name(entry.at("name").as_string());
    if (is_paid_with(code, name)) currencies.push_back({code, words_of(name)});
  }
  return currencies;
}

std::string join(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : "_") + word;
  return joined;
}

// "mexican_peso mexican_pesos", and the last word alone where no other currency
// ends so.
std::string names_of(const Currency& currency, bool last_is_its_own) {
  std::vector<std::string> plural = currency.name;
  plural.back() = regular_plural(plural.back());
  std::string names = join(currency.name) + ' ' + join(plural);
  if (last_is_its_own && currency.name.size() > 1) {
    names += ' ' + currency.name.back() + ' ' + plural.back();
  }
  return names;
}

void write_rows(std::ostream& out, const std::vector<Currency>& currencies) {
  std::map<std::string, int> last_words;
  for (const Currency& currency : currencies) ++last_words[currency.name.back()];
  for (const Currency& currency : currencies) {
    const std::string sign = currency.code + '?';
    out << lower(currency.code) << '\t' << join(currency.name) << "\tmoney\t1\t"
        << names_of(currency, last_words[currency.name.back()] == 1) << '\t' << sign << "\t-\t"
        << sign << '\n';
  }
}

void run(const char* in_path, const char* out_path) {
  const std::vector<Currency> currencies = read_currencies(in_path);
  std::ofstream out(out_path);
  out << "// Written by currency_generator from Debian's iso-codes.\n"
         "#include \"claims/lexicon/tables.h\"\n"
         "const std::string_view figured::claims::tables::kCurrencies = R\"tsv(";
  write_rows(out, currencies);
  out << ")tsv\";\n";
  out.close();
  if (!out) throw std::runtime_error(std::string("cannot write ") + out_path);
}

}  // namespace
}  // namespace figured::claims::generator

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: currency_generator ISO_4217.json OUT.cc\n";
    return 2;
  }
  try {
    figured::claims::generator::run(arguments[1], arguments[2]);
  } catch (const std::exception& error) {
    std::cerr << "currency_generator: " << error.what() << '\n';
    return 1;
  }
}
