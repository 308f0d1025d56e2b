/* Two-dimensional codes. For the module and its tests alone. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachSheetCode:
 * @size: modules along an edge
 * @dark: (array length=size*size): whether each module is dark, row by row
 *
 * A code, without the white round it.
 */
typedef struct
{
  guint   size;
  guint8 *dark;
} CoachSheetCode;

/* White round a code, in modules (ISO/IEC 18004). */
#define COACH_SHEET_CODE_QUIET 4

CoachSheetCode *coach_sheet_code_new  (const char           *text);
void            coach_sheet_code_free (CoachSheetCode       *self);
double          coach_sheet_code_get_width_pt (const CoachSheetCode *self);
void            coach_sheet_code_draw (const CoachSheetCode *self,
                                       cairo_t              *cr,
                                       double                x,
                                       double                y,
                                       double                width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachSheetCode, coach_sheet_code_free)

G_END_DECLS
