#pragma once

#include "coach-sheet-private.h"

G_BEGIN_DECLS

/**
 * SheetSample:
 * @n_steps: how many moves
 * @n_words: words in the first move's first step; 0 for a short one
 * @title_letters: letters of the title; 0 for a short one
 * @still: (nullable): the file of every picture
 * @is_rtl: whether it is Arabic
 *
 * A sheet to be made up.
 */
typedef struct
{
  guint       n_steps;
  guint       n_words;
  guint       title_letters;
  const char *still;
  gboolean    is_rtl;
} SheetSample;

CoachSheetContent *sheet_fixture_make (const SheetSample *sample);

G_END_DECLS
