#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachFarBox:
 *
 * A place in the far view, in pixels. Its size may be 0.
 */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} CoachFarBox;

/**
 * CoachFarLayout:
 * @picture: the clip; four thirds as wide as high, or wider
 * @sign: the sign of the phase
 * @word: the word of the phase
 * @digits: the clock
 * @side: the side at work
 * @detail: what set, which repetition
 * @name: the movement
 * @hurts: the button for "It hurts"
 *
 * Where everything lies in a far view.
 */
typedef struct
{
  CoachFarBox picture;
  CoachFarBox sign;
  CoachFarBox word;
  CoachFarBox digits;
  CoachFarBox side;
  CoachFarBox detail;
  CoachFarBox name;
  CoachFarBox hurts;
} CoachFarLayout;

CoachFarLayout coach_far_layout_find             (int      width,
                                                  int      height,
                                                  gboolean has_picture,
                                                  gboolean rtl);
int            coach_far_layout_get_digit_height (int      height);

G_END_DECLS
