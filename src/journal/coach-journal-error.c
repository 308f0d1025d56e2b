#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-journal-error.h"

G_DEFINE_QUARK (coach-journal-error-quark, coach_journal_error)
