#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "coach-paper.h"
#include "coach-sheet-content.h"
#include "coach-sheet-error.h"

G_BEGIN_DECLS

#define COACH_TYPE_SHEET (coach_sheet_get_type ())
G_DECLARE_FINAL_TYPE (CoachSheet, coach_sheet, COACH, SHEET, GObject)

CoachSheet *coach_sheet_new               (CoachSheetContent     *content,
                                           const CoachPageSetup  *setup,
                                           gboolean               is_large,
                                           GError               **error);
const char *coach_sheet_get_title         (CoachSheet            *self);
guint       coach_sheet_get_n_pages       (CoachSheet            *self);
gboolean    coach_sheet_has_code          (CoachSheet            *self);
guint       coach_sheet_get_n_unknown     (CoachSheet            *self);
void        coach_sheet_draw_page         (CoachSheet            *self,
                                           cairo_t               *cr,
                                           guint                  page);
gboolean    coach_sheet_write_pdf         (CoachSheet            *self,
                                           const char            *path,
                                           GError               **error);

G_END_DECLS
