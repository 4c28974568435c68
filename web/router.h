// Router: which handler answers which method and path.
//
// A pattern is a path in which "{name}" stands for one piece of it, not empty:
// "/api/v1/disputes/{id}".  What is written out goes before what is open.  It does not
// know what handlers do, nor who may ask them.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace figured::web {

// The pieces that stand for the "{name}"s of a pattern, decoded, in their order.
using PathPieces = std::vector<std::string>;

// Whether the path is of the pattern; appends to `pieces` what is open in it.
bool fits_pattern(std::string_view pattern, std::string_view path, PathPieces& pieces);

template <class Handler>
class Router {
 public:
  struct Found {
    const Handler* handler = nullptr;  // null: there is no such path, or not by this method
    PathPieces pieces;
    std::string allowed;  // methods that the path has, as Allow has them; "" = no such path
  };

  void add(std::string method, std::string pattern, Handler handler) {
    routes_.push_back({std::move(method), std::move(pattern), std::move(handler)});
  }

  // HEAD is answered by GET's handler.
  Found find(std::string_view method, std::string_view path) const {
    Found found;
    std::size_t open = 0;
    for (const Route& route : routes_) {
      PathPieces pieces;
      if (!fits_pattern(route.pattern, path, pieces)) continue;
      found.allowed += (found.allowed.empty() ? "" : ", ") + route.method;
      if (route.method == "GET") found.allowed += ", HEAD";
      const bool meant = route.method == method || (method == "HEAD" && route.method == "GET");
      if (!meant || (found.handler && open <= pieces.size())) continue;
      open = pieces.size();
      found.handler = &route.handler;
      found.pieces = std::move(pieces);
    }
    return found;
  }

  // Every method and pattern, in the order in which they were added.
  std::vector<std::pair<std::string, std::string>> routes() const {
    std::vector<std::pair<std::string, std::string>> all;
    for (const Route& route : routes_) all.emplace_back(route.method, route.pattern);
    return all;
  }

 private:
  struct Route {
    std::string method;
    std::string pattern;
    Handler handler;
  };
  std::vector<Route> routes_;
};

}  // namespace figured::web
