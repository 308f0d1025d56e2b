#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-paper.h"

/* 15 mm, which every printer can leave white. */
#define MARGIN 42

/**
 * coach_paper_from_id:
 * @id: "a4" or "letter"
 * @paper: (out): the paper
 *
 * Reads the word that files and commands use.
 *
 * Returns: whether there is such a paper
 */
gboolean
coach_paper_from_id (const char *id,
                     CoachPaper *paper)
{
  g_return_val_if_fail (id != NULL && paper != NULL, FALSE);

  *paper = g_str_equal (id, "letter") ? COACH_PAPER_LETTER : COACH_PAPER_A4;
  return g_str_equal (id, coach_paper_get_id (*paper));
}

/**
 * coach_paper_get_id:
 * @paper: a paper
 *
 * Gets the word that files and commands use.
 *
 * Returns: (transfer none): "a4" or "letter"
 */
const char *
coach_paper_get_id (CoachPaper paper)
{
  switch (paper)
    {
    case COACH_PAPER_LETTER:
      return "letter";
    case COACH_PAPER_A4:
    default:
      return "a4";
    }
}

/**
 * coach_paper_get_size:
 * @paper: a paper
 * @width_pt: (out): how wide it is, in points of 1/72 inch
 * @height_pt: (out): how high
 *
 * Gets how large a sheet of paper is (ISO 216; ANSI A).
 */
void
coach_paper_get_size (CoachPaper  paper,
                      double     *width_pt,
                      double     *height_pt)
{
  switch (paper)
    {
    case COACH_PAPER_LETTER:
      *width_pt = 612;
      *height_pt = 792;
      break;
    case COACH_PAPER_A4:
    default:
      *width_pt = 210 * 72 / 25.4;
      *height_pt = 297 * 72 / 25.4;
    }
}

/**
 * coach_page_setup_for_paper:
 * @paper: a paper
 *
 * Makes the page set-up of somebody who has chosen none: upright, with even margins.
 *
 * Returns: a page set-up
 */
CoachPageSetup
coach_page_setup_for_paper (CoachPaper paper)
{
  CoachPageSetup setup = { .left_pt = MARGIN, .right_pt = MARGIN, .top_pt = MARGIN,
                           .bottom_pt = MARGIN };

  coach_paper_get_size (paper, &setup.width_pt, &setup.height_pt);
  return setup;
}
