// Field: one key of the configuration with its value.
//
// Each member checks the value, writes it to where it belongs, or notes what is
// wrong with it and leaves the default.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/config.h"
#include "config/problems.h"
#include "config/toml_document.h"

namespace figured::config {

// The files that are being read.
struct Source {
  std::vector<std::filesystem::path> folders;  // of each: where its relative paths begin
  Problems& problems;
  Secrets secrets = Secrets::kAll;
  // Of the texts that values lead to (files, credentials ...), by the value's position.
  std::map<Position, std::uint64_t> contents{};
  std::vector<std::string> unseen{};  // see Config::unseen
};

// Whether it is http://… or https://… with a host.
bool is_web_url(std::string_view text);

class Field {
 public:
  using Seconds = std::chrono::seconds;

  Field(std::string key, const Value& value, Source& source)
      : key_(std::move(key)), value_(value), source_(source) {}

  // Not empty, one line.
  void text(std::string& into) const;
  // A list of strings, each not empty and of one line; a string is a list of one.
  void texts(std::vector<std::string>& into) const;
  void flag(bool& into) const;
  // Of several lines.
  void long_text(std::string& into) const;
  // http or https, with a host.
  void url(std::string& into) const;
  // Letters, digits, '-' and '_', at most 64.
  void name(std::string& into) const;
  // Made absolute.
  void path(std::string& into) const;
  void existing_file(std::string& into) const;
  void duration(Seconds least, Seconds most, Seconds& into) const;
  void duration(Seconds least, Seconds most, std::chrono::milliseconds& into) const;
  // A duration, or "forever": empty.
  void kept(Seconds least, Seconds most, std::optional<Seconds>& into) const;
  void durations(Seconds least, Seconds most, std::size_t count, std::vector<Seconds>& into) const;
  void size(std::uint64_t least, std::uint64_t most, std::size_t& into) const;
  void count(std::int64_t least, std::int64_t most, std::size_t& into) const;
  void share(double& into) const;  // 0 to 1
  // Hosts with or without a port.
  void hosts(std::vector<std::string>& into) const;

  // One of the names, or a list of them.
  template <typename Enum>
  void choice(std::initializer_list<std::pair<std::string_view, Enum>> names, Enum& into) const {
    for (const auto& [name, value] : names)
      if (is_text(name)) return void(into = value);
    refuse_choice(names_of(names));
  }
  template <typename Enum>
  void choices(std::initializer_list<std::pair<std::string_view, Enum>> names,
               std::vector<Enum>& into) const {
    for (const Field& element : elements("a list of strings"))
      element.choice(names, into.emplace_back());
  }
  // A list of which each element is read by `read`.
  template <typename Value>
  void list(const std::string& allowed, void (*read)(const Field&, Value&),
            std::vector<Value>& into) const {
    for (const Field& element : elements(allowed)) read(element, into.emplace_back());
  }

  void wrong(const std::string& what, const std::string& allowed) const;
  // "what" with the value quoted before it.
  void wrong_value(const std::string& what, const std::string& allowed) const;

  // Takes down what the value leads to, so that a change of it is seen.
  void note_content(std::string_view content) const;

  // The string; null, and noted, where it is none.
  const std::string* as_text(const std::string& allowed) const;

  Position at() const { return value_.at; }
  const std::string& key() const { return key_; }
  Source& source() const { return source_; }

 private:
  std::vector<Field> elements(const std::string& allowed) const;
  bool is_text(std::string_view text) const;
  void refuse_choice(const std::string& names) const;
  std::optional<Seconds> read_duration(Seconds least, Seconds most) const;

  template <typename Names>
  static std::string names_of(const Names& names) {
    std::string all;
    for (const auto& one : names)
      all += (all.empty() ? "\"" : ", \"") + std::string(one.first) + "\"";
    return all;
  }

  std::string key_;
  const Value& value_;
  Source& source_;
};

}  // namespace figured::config
