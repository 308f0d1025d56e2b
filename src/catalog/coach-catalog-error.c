#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-catalog-error.h"

G_DEFINE_QUARK (coach-catalog-error-quark, coach_catalog_error)
