// The one place where Asio and Beast are compiled; everybody else only declares them.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
