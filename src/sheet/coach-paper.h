#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachPaper:
 * @COACH_PAPER_A4: 210 by 297 mm
 * @COACH_PAPER_LETTER: 8.5 by 11 inches
 *
 * What is printed on.
 */
typedef enum
{
  COACH_PAPER_A4,
  COACH_PAPER_LETTER,
} CoachPaper;

/**
 * CoachPageSetup:
 * @width_pt: how wide the paper is
 * @height_pt: how high
 * @left_pt: margin at the left
 * @right_pt: margin at the right
 * @top_pt: margin above
 * @bottom_pt: margin below
 *
 * A paper and what stays white round its edges, in points of 1/72 inch.
 */
typedef struct
{
  double width_pt;
  double height_pt;
  double left_pt;
  double right_pt;
  double top_pt;
  double bottom_pt;
} CoachPageSetup;

gboolean       coach_paper_from_id        (const char *id,
                                           CoachPaper *paper);
const char    *coach_paper_get_id         (CoachPaper  paper);
void           coach_paper_get_size       (CoachPaper  paper,
                                           double     *width_pt,
                                           double     *height_pt);
CoachPageSetup coach_page_setup_for_paper (CoachPaper  paper);

G_END_DECLS
