#pragma once

#include "coach-app-context.h"
#include "coach-sheet-look.h"

G_BEGIN_DECLS

CoachSheet *coach_sheet_maker_make           (CoachAppContext       *context,
                                              GObject               *subject,
                                              const CoachSheetLook  *look,
                                              const CoachPageSetup  *setup,
                                              GError               **error);
const char *coach_sheet_maker_get_title      (GObject               *subject);
char       *coach_sheet_maker_dup_file_name  (GObject               *subject);
char       *coach_sheet_maker_describe_error (const GError          *error);

G_END_DECLS
