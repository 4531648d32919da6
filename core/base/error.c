/* The one error domain of the core. */
#include "core/base/error.h"

G_DEFINE_QUARK (quan-error-quark, quan_error)
