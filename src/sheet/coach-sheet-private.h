/* What the tests look at. For the module and its tests alone. */
#pragma once

#include "coach-sheet-code-private.h"
#include "coach-sheet-layout-private.h"
#include "coach-sheet-pictures-private.h"
#include "coach-sheet.h"

G_BEGIN_DECLS

const CoachSheetLayout *coach_sheet_get_layout (CoachSheet *self);

G_END_DECLS
