#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-far-layout.h"

/* Width by height from where the picture lies beside the clock, and from where above it. */
#define MIN_WIDE 1.4
#define MIN_MID  0.9

/* The action of a clip is in its middle, which is seen whole; beyond its width there is nothing. */
#define MIN_PICTURE (4.0 / 3.0)
#define MAX_PICTURE (16.0 / 9.0)

/* What a finger hits. */
#define MIN_HURTS 44

/* Hinting may take as much from the height of digits. */
#define DIGIT_SLACK 2

static int
part_of (int    whole,
         double share)
{
  return (int) (whole * share);
}

/* Cuts a strip from the top of a box, and the gap after it. */
static CoachFarBox
cut_top (CoachFarBox *box,
         int          height,
         int          gap)
{
  CoachFarBox strip = { box->x, box->y, box->width, MAX (height, 0) };

  box->y += strip.height + gap;
  box->height = MAX (box->height - strip.height - gap, 0);
  return strip;
}

static CoachFarBox
cut_bottom (CoachFarBox *box,
            int          height,
            int          gap)
{
  CoachFarBox strip = { box->x, box->y + box->height - height, box->width, MAX (height, 0) };

  box->height = MAX (box->height - strip.height - gap, 0);
  return strip;
}

static CoachFarBox
cut_start (CoachFarBox *box,
           int          width,
           int          gap)
{
  CoachFarBox strip = { box->x, box->y, MAX (width, 0), box->height };

  box->x += strip.width + gap;
  box->width = MAX (box->width - strip.width - gap, 0);
  return strip;
}

/* As large as a box allows, in its middle. */
static CoachFarBox
fit_picture (CoachFarBox box)
{
  int width = MIN (box.width, part_of (box.height, MAX_PICTURE));
  int height = MIN (box.height, part_of (width, 1 / MIN_PICTURE));

  return (CoachFarBox) { box.x + (box.width - width) / 2, box.y + (box.height - height) / 2,
                         width, height };
}

/* The sign is as high as capitals are in the strip, and there is some air around it. */
static void
place_word (CoachFarLayout *layout,
            CoachFarBox     strip,
            int             gap)
{
  int size = MIN (part_of (strip.height, 0.66), strip.width / 4);

  layout->sign = cut_start (&strip, size, 2 * gap);
  layout->sign.y += (strip.height - size) / 2;
  layout->sign.height = size;
  layout->word = strip;
}

/* Name and button share the last row. */
static void
place_foot (CoachFarLayout *layout,
            CoachFarBox    *rest,
            int             height,
            int             gap)
{
  CoachFarBox foot = cut_bottom (rest, MAX (height, MIN_HURTS), gap);

  layout->name = cut_start (&foot, part_of (foot.width, 0.54), gap);
  layout->hurts = foot;
}

/* The picture beside the clock. */
static void
place_wide (CoachFarLayout *layout,
            CoachFarBox     rest,
            int             height,
            int             gap)
{
  int hurts = MAX (part_of (height, 0.13), MIN_HURTS);
  int room = rest.height - hurts - part_of (height, 0.12) - 2 * gap;
  int width = MIN (part_of (rest.width, 0.46), part_of (room, MAX_PICTURE));
  CoachFarBox column = cut_start (&rest, width, 2 * gap);

  layout->hurts = cut_bottom (&column, hurts, gap);
  layout->picture = cut_top (&column, MIN (room, part_of (width, 1 / MIN_PICTURE)), gap);
  layout->name = column;
  place_word (layout, cut_top (&rest, part_of (height, 0.2), gap), gap);
  layout->detail = cut_bottom (&rest, part_of (height, 0.1), gap);
  layout->side = cut_bottom (&rest, part_of (height, 0.13), gap);
  layout->digits = rest;
}

/* The picture beside the words, and the clock beneath both. */
static void
place_mid (CoachFarLayout *layout,
           CoachFarBox     rest,
           int             height,
           int             gap)
{
  CoachFarBox head = cut_top (&rest, part_of (height, 0.37), gap);
  int width = MIN (part_of (head.width, 0.5), part_of (head.height, MAX_PICTURE));

  place_foot (layout, &rest, part_of (height, 0.11), gap);
  layout->picture = fit_picture (cut_start (&head, width, gap));
  place_word (layout, cut_top (&head, part_of (height, 0.14), gap), gap);
  layout->detail = cut_bottom (&head, part_of (height, 0.09), gap);
  layout->side = head;
  layout->digits = rest;
}

/* One under the other. In a small window the picture gives what the button takes beyond its share. */
static void
place_tall (CoachFarLayout *layout,
            CoachFarBox     rest,
            int             height,
            int             gap)
{
  int foot = part_of (height, 0.09);
  int room = part_of (height, 0.25) - MAX (MIN_HURTS - foot, 0);
  CoachFarBox row;

  layout->picture
      = fit_picture (cut_top (&rest, MIN (room, part_of (rest.width, 1 / MIN_PICTURE)), gap));
  place_foot (layout, &rest, foot, gap);
  place_word (layout, cut_top (&rest, part_of (height, 0.1), gap), gap);
  row = cut_bottom (&rest, part_of (height, 0.08), gap);
  layout->side = cut_start (&row, part_of (row.width, 0.5), gap);
  layout->detail = row;
  layout->digits = rest;
}

/* Where a move has no picture, its share is the clock's. */
static void
place_words (CoachFarLayout *layout,
             CoachFarBox     rest,
             int             height,
             int             gap)
{
  CoachFarBox row;

  place_foot (layout, &rest, part_of (height, 0.12), gap);
  place_word (layout, cut_top (&rest, part_of (height, 0.17), gap), gap);
  row = cut_bottom (&rest, part_of (height, 0.12), gap);
  layout->side = cut_start (&row, part_of (row.width, 0.5), gap);
  layout->detail = row;
  layout->digits = rest;
}

static void
mirror (CoachFarLayout *layout,
        int             width)
{
  CoachFarBox *boxes[] = { &layout->picture, &layout->sign,   &layout->word, &layout->digits,
                           &layout->side,    &layout->detail, &layout->name, &layout->hurts };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    boxes[i]->x = width - boxes[i]->x - boxes[i]->width;
}

/**
 * coach_far_layout_find:
 * @width: pixels, as one sees it who lies turned
 * @height: pixels, likewise
 * @has_picture: whether there is a picture to be seen
 * @rtl: whether reading goes from right to left
 *
 * Finds the place of everything in a far view.
 *
 * Places depend on nothing else, so that nothing moves when a phase has more to say than another.
 * The clock's has room for digits of [func@FarLayout.get_digit_height].
 *
 * Returns: the places
 */
CoachFarLayout
coach_far_layout_find (int      width,
                       int      height,
                       gboolean has_picture,
                       gboolean rtl)
{
  CoachFarLayout layout = { 0 };
  int margin = part_of (MIN (width, height), 0.025);
  int gap = part_of (height, 0.02);
  CoachFarBox rest = { margin, margin, width - 2 * margin, height - 2 * margin };

  g_return_val_if_fail (width > 0 && height > 0, layout);

  if (!has_picture)
    place_words (&layout, rest, height, gap);
  else if (width >= height * MIN_WIDE)
    place_wide (&layout, rest, height, gap);
  else if (width >= height * MIN_MID)
    place_mid (&layout, rest, height, gap);
  else
    place_tall (&layout, rest, height, gap);
  if (rtl)
    mirror (&layout, width);
  return layout;
}

/**
 * coach_far_layout_get_digit_height:
 * @height: pixels of a far view, as one sees it who lies turned
 *
 * Gets how high digits must be at least to be read from the floor: a third of the view.
 *
 * Returns: pixels
 */
int
coach_far_layout_get_digit_height (int height)
{
  return (height + 2) / 3 + DIGIT_SLACK;
}
