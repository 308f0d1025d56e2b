#pragma once

#include "sheet.h"

G_BEGIN_DECLS

/**
 * CoachSheetLook:
 * @pictures: which pictures a sheet has
 * @is_large: whether it is in large print
 * @has_code: whether the routine is on it as a code
 * @is_paper_chosen: whether @paper was chosen; else it is that of the region
 * @paper: how large the pages of a file are
 * @name: (owned) (nullable): the person's name; %NULL for a line to write it on
 *
 * How sheets are to look. It is kept for as long as the program runs and in no file, for the name is
 * nobody's business.
 */
typedef struct
{
  CoachSheetPictures pictures;
  gboolean           is_large;
  gboolean           has_code;
  gboolean           is_paper_chosen;
  CoachPaper         paper;
  char              *name;
} CoachSheetLook;

void coach_sheet_look_copy  (const CoachSheetLook *self,
                             CoachSheetLook       *copy);
void coach_sheet_look_clear (CoachSheetLook       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoachSheetLook, coach_sheet_look_clear)

G_END_DECLS
