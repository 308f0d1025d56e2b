#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachSheetError:
 * @COACH_SHEET_ERROR_DRAWING: what was to be printed could not be drawn
 * @COACH_SHEET_ERROR_WRITING: the file could not be written
 * @COACH_SHEET_ERROR_TOO_SMALL: the paper is too small for what was to be printed
 * @COACH_SHEET_ERROR_LEFT_OUT: the person had better leave out what was to be printed
 *
 * What can go wrong with paper.
 */
typedef enum
{
  COACH_SHEET_ERROR_DRAWING,
  COACH_SHEET_ERROR_WRITING,
  COACH_SHEET_ERROR_TOO_SMALL,
  COACH_SHEET_ERROR_LEFT_OUT,
} CoachSheetError;

#define COACH_SHEET_ERROR (coach_sheet_error_quark ())
GQuark coach_sheet_error_quark (void);

G_END_DECLS
