#include "config.h"

#include "coach-sheet-error.h"

G_DEFINE_QUARK (coach-sheet-error-quark, coach_sheet_error)
