// What requests say, read and checked: parameters of the query, fields of a body.
//
// What is wrong is thrown as a BadRequest, which the page answers as a problem.
#pragma once
#include <boost/json/object.hpp>
#include <cstdint>
#include <exception>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/call.h"

namespace figured::web {

class BadRequest : public std::exception {
 public:
  // 400 what cannot be read, 404 what is not there, 409 what is not so now, 415 the wrong
  // type, 422 what cannot be.
  BadRequest(int status, std::string detail, std::string parameter = {})
      : status_(status), detail_(std::move(detail)), parameter_(std::move(parameter)) {}
  const char* what() const noexcept override { return detail_.c_str(); }
  int status() const { return status_; }
  const std::string& parameter() const { return parameter_; }

 private:
  int status_;
  std::string detail_;
  std::string parameter_;
};

// The number that stands for "{id}".  A path with another piece is not there (404).
std::int64_t id_of(const Call& call);

std::size_t limit_of(const Query& query);  // 1..200, 50 where nothing is said
std::optional<std::int64_t> number_of(const Query& query, const char* name);
std::optional<double> share_of(const Query& query, const char* name);  // 0..1

// The body, an object as application/json; empty where there is none.
boost::json::object body_of(const net::ServerRequest& request);

// A field of text, without blanks at its ends; "" where it is not there and need not be.
std::string text_field(const boost::json::object& body, const char* name, std::size_t most,
                       bool required = false);
std::optional<std::int64_t> number_field(const boost::json::object& body, const char* name,
                                         std::int64_t least, std::int64_t most);
// Refuses fields that are not among `known`.
void require_known(const boost::json::object& body, std::initializer_list<std::string_view> known);

// Words of a text, in lower case (ASCII), without signs at their ends.
std::vector<std::string> words_of(std::string_view text);

// ASCII letters in lower case.
std::string lower(std::string_view text);

// Cursors: numbers that only we understand.
std::string make_cursor(std::initializer_list<std::int64_t> numbers);
// Empty where the query has none.  Requires `count` numbers; else BadRequest.
std::optional<std::vector<std::int64_t>> cursor_of(const Query& query, std::size_t count);

}  // namespace figured::web
