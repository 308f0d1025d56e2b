#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-sheet-layout-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "coach-paper-text-private.h"

/* Points. */
#define HAIRLINE     0.5
#define FOOT_BLANK   4
#define HEAD_BLANK   10
#define FRAME_BLANK  8
/* Narrower or lower than so many letters or lines of text, and a sheet cannot be read. */
#define MIN_LETTERS  18
#define MIN_LINES    12

static void
clear_box (gpointer data)
{
  g_clear_object (&((CoachSheetBox *) data)->layout);
}

static GArray *
get_page (const CoachSheetLayout *self)
{
  return g_ptr_array_index (self->pages, self->pages->len - 1);
}

/* Everything is laid out as if it ran from left to right, and turned round here. */
static void
add_box (const CoachSheetLayout *self,
         GArray                 *page,
         CoachSheetBox           box,
         double                  dy)
{
  box.x = self->content->is_rtl ? self->width - box.x - box.width : box.x;
  box.x += self->setup.left_pt;
  box.y += dy;
  g_array_append_val (page, box);
}

static double
add_text (const CoachSheetLayout *self,
          GArray                 *page,
          PangoLayout            *text,
          double                  x,
          double                  y,
          double                  width)
{
  double height = coach_paper_text_get_height (text);

  add_box (self, page, (CoachSheetBox) { .kind = COACH_SHEET_BOX_TEXT, .x = x, .width = width,
                                         .height = height, .layout = text }, y);
  return height;
}

static void
add_rule (const CoachSheetLayout *self,
          GArray                 *page,
          double                  y)
{
  add_box (self, page, (CoachSheetBox) { .kind = COACH_SHEET_BOX_RULE, .width = self->width,
                                         .line_pt = HAIRLINE }, y);
}

static PangoLayout *
make_one_line (const CoachSheetLayout *self,
               const char             *text,
               CoachSheetStyle         style,
               double                  width)
{
  PangoLayout *layout = coach_sheet_make_text (self, text, style, width);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -1);
  return layout;
}

/* The whole title is on the first page; later ones say in a line what they belong to. */
static void
begin_page (CoachSheetLayout *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (CoachSheetBox));

  g_array_set_clear_func (page, clear_box);
  g_ptr_array_add (self->pages, page);
  self->y = self->setup.top_pt;
  if (self->pages->len > 1)
    {
      const CoachSheetContent *content = self->content;
      g_autofree char *line = content->name != NULL
                                  /* Translators: a routine and whose sheet it is */
                                  ? g_strdup_printf (_("%s · %s"), content->title, content->name)
                                  : g_strdup (content->title);

      self->y += add_text (self, page, make_one_line (self, line, COACH_SHEET_SMALL_BOLD,
                                                      self->width), 0, self->y, self->width) + 2;
      add_rule (self, page, self->y);
      self->y += HEAD_BLANK;
    }
  self->top = self->y;
}

/* What is below every page, without the numbers, which are only known at the end. */
static double
measure_foot (const CoachSheetLayout *self,
              double                 *disclaimer_height)
{
  g_autoptr (PangoLayout) disclaimer = coach_sheet_make_text (self, self->content->disclaimer,
                                                              COACH_SHEET_FOOT, self->width);
  g_autoptr (PangoLayout) origin = make_one_line (self, self->content->origin, COACH_SHEET_FOOT,
                                                  self->width);

  *disclaimer_height = coach_paper_text_get_height (disclaimer);
  return FOOT_BLANK + *disclaimer_height + 2 + coach_paper_text_get_height (origin);
}

static void
add_foot (const CoachSheetLayout *self,
          guint                   index)
{
  GArray *page = g_ptr_array_index (self->pages, index);
  /* Translators: the number of a page and how many there are */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), index + 1, self->pages->len);
  PangoLayout *text = make_one_line (self, number, COACH_SHEET_FOOT, self->width);
  double width, disclaimer_height;
  double height = measure_foot (self, &disclaimer_height);
  double y = self->setup.height_pt - self->setup.bottom_pt - height;
  int number_width;

  pango_layout_get_size (text, &number_width, NULL);
  width = (double) number_width / PANGO_SCALE + 1;
  pango_layout_set_width (text, (int) (width * PANGO_SCALE));
  add_rule (self, page, y);
  y += FOOT_BLANK;
  add_text (self, page, coach_sheet_make_text (self, self->content->disclaimer, COACH_SHEET_FOOT,
                                               self->width), 0, y, self->width);
  y += disclaimer_height + 2;
  add_text (self, page, make_one_line (self, self->content->origin, COACH_SHEET_FOOT,
                                       self->width - width - HEAD_BLANK), 0, y,
            self->width - width - HEAD_BLANK);
  add_text (self, page, text, self->width - width, y, width);
}

/* Where the lines end that still have room; 0 when none has. */
static guint
find_break (PangoLayout *text,
            double       room)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (text);
  guint end = 0;

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      int bottom;

      pango_layout_iter_get_line_yrange (iter, NULL, &bottom);
      if ((double) bottom / PANGO_SCALE > room)
        break;
      end = (guint) (line->start_index + line->length);
    }
  while (pango_layout_iter_next_line (iter));
  return end;
}

static double
place_flow (CoachSheetLayout      *self,
            const CoachSheetBlock *block,
            const CoachSheetFlow  *flow,
            double                 y)
{
  return y + add_text (self, get_page (self), coach_sheet_make_flow (self, flow, block->flow_width),
                       block->flow_x, y, block->flow_width);
}

static void
continue_page (CoachSheetLayout      *self,
               const CoachSheetBlock *block)
{
  g_autofree char *line = NULL;

  begin_page (self);
  if (block->again == NULL)
    return;
  /* Translators: a heading at the top of a page, of what began on the one before */
  line = g_strdup_printf (_("%s (continued)"), block->again);
  self->y += add_text (self, get_page (self), make_one_line (self, line, COACH_SHEET_SMALL_BOLD,
                                                             self->width), 0, self->y, self->width)
             + FOOT_BLANK;
}

/* Lines that were broken off go on below each other, without what hung out. */
static void
split_flow (CoachSheetLayout      *self,
            const CoachSheetBlock *block,
            const CoachSheetFlow  *flow,
            double                *y)
{
  g_autofree char *rest = g_strdup (flow->text);
  CoachSheetBlock part = *block;
  CoachSheetFlow now = *flow;

  while (*rest != '\0')
    {
      g_autoptr (PangoLayout) text = coach_sheet_make_flow (self, &(CoachSheetFlow) {
          .text = rest, .bold = now.bold, .style = now.style, .indent = now.indent },
                                                            part.flow_width);
      guint end = find_break (text, self->bottom - *y);
      g_autofree char *fits = g_strndup (rest, end);
      char *next;

      /* A page on which not even a line has room would go on for ever. */
      if (end == 0 && *y <= self->top)
        end = (guint) strlen (rest);
      now.text = fits;
      if (end > 0)
        *y = place_flow (self, &part, &now, *y);
      next = g_strdup (g_strchug (rest + end));
      g_free (rest);
      rest = next;
      if (end > 0 && now.indent > 0)
        {
          part.flow_x += now.indent;
          part.flow_width -= now.indent;
          now.indent = 0;
        }
      now.bold = end > 0 ? 0 : now.bold;
      if (*rest != '\0')
        {
          continue_page (self, block);
          *y = self->y;
        }
    }
}

static void
put_boxes (CoachSheetLayout *self,
           CoachSheetBlock  *block)
{
  for (guint i = 0; i < block->boxes->len; i++)
    {
      CoachSheetBox *box = &g_array_index (block->boxes, CoachSheetBox, i);

      /* The header's line is enough at the top of a page. */
      if (box->kind == COACH_SHEET_BOX_RULE && box->y <= 0 && box->height <= 0
          && self->y <= self->top && self->pages->len > 1)
        continue;
      add_box (self, get_page (self), *box, self->y);
      box->layout = NULL;
    }
}

static void
place_broken (CoachSheetLayout *self,
              CoachSheetBlock  *block)
{
  double y = self->y + block->flow_y;
  guint n_pages = self->pages->len;
  double lowest = self->y + block->height;

  put_boxes (self, block);
  for (guint i = 0; i < block->flows->len; i++)
    {
      const CoachSheetFlow *flow = &g_array_index (block->flows, CoachSheetFlow, i);
      g_autoptr (PangoLayout) text = coach_sheet_make_flow (self, flow, block->flow_width);

      y += flow->before;
      if (y + coach_paper_text_get_height (text) <= self->bottom)
        y = place_flow (self, block, flow, y);
      else
        split_flow (self, block, flow, &y);
    }
  self->y = self->pages->len == n_pages ? MAX (lowest, y) : y;
}

static void
place_whole (CoachSheetLayout *self,
             CoachSheetBlock  *block,
             double            height)
{
  double y = self->y + block->flow_y;

  if (block->is_framed)
    add_box (self, get_page (self), (CoachSheetBox) {
        .kind = COACH_SHEET_BOX_FRAME, .x = block->flow_x - FRAME_BLANK, .y = -FRAME_BLANK,
        .width = block->flow_width + 2 * FRAME_BLANK, .height = height + 2 * FRAME_BLANK,
        .line_pt = 1.2 }, self->y);
  put_boxes (self, block);
  for (guint i = 0; i < block->flows->len; i++)
    {
      const CoachSheetFlow *flow = &g_array_index (block->flows, CoachSheetFlow, i);

      y = place_flow (self, block, flow, y + flow->before);
    }
  self->y += height;
}

/**
 * coach_sheet_layout_place:
 * @self: a layout
 * @block: what comes next
 *
 * Puts a block where the sheet goes on, on a new page when it has no room here. Only one that is
 * higher than a page is broken, between its lines; nothing of it is lost.
 */
void
coach_sheet_layout_place (CoachSheetLayout *self,
                          CoachSheetBlock  *block)
{
  double frame = block->is_framed ? FRAME_BLANK : 0;
  double height = coach_sheet_block_get_height (self, block);
  double page = coach_sheet_layout_get_body (self);

  if (block->height > page || block->flow_width < coach_sheet_get_size (self, COACH_SHEET_TEXT) * 6)
    self->is_too_small = TRUE;
  if (self->is_too_small)
    return;
  if (self->y + height + 2 * frame > self->bottom && self->y > self->top)
    begin_page (self);
  if (height + 2 * frame <= self->bottom - self->y)
    {
      self->y += frame;
      place_whole (self, block, height);
      self->y += frame;
    }
  else
    place_broken (self, block);
  self->y += block->after;
}

/**
 * coach_sheet_layout_get_body:
 * @self: a layout
 *
 * Gets how much has room on a page, between its header and its footer.
 *
 * Returns: points
 */
double
coach_sheet_layout_get_body (const CoachSheetLayout *self)
{
  g_autoptr (PangoLayout) header = make_one_line (self, self->content->title,
                                                  COACH_SHEET_SMALL_BOLD, self->width);

  return self->bottom - self->setup.top_pt - coach_paper_text_get_height (header) - 2 - HEAD_BLANK;
}

static void
add_all (CoachSheetLayout *self)
{
  begin_page (self);
  coach_sheet_layout_add_head (self);
  coach_sheet_layout_add_steps (self);
  coach_sheet_layout_add_left_out (self);
  coach_sheet_layout_add_sections (self);
  coach_sheet_layout_add_diary (self);
  coach_sheet_layout_add_code (self);
  for (guint i = 0; i < self->pages->len; i++)
    add_foot (self, i);
}

/**
 * coach_sheet_layout_init:
 * @self: (out caller-allocates): a layout
 * @content: what is laid out; it must live as long as the layout
 * @setup: the paper
 * @is_large: whether it is in large print
 *
 * Lays out a sheet: every box of every page. When the paper is too small for it, that is all that
 * it says, and there may be no page.
 */
void
coach_sheet_layout_init (CoachSheetLayout        *self,
                         const CoachSheetContent *content,
                         const CoachPageSetup    *setup,
                         gboolean                 is_large)
{
  g_autoptr (PangoFontDescription) font = coach_paper_text_make_font (9, FALSE);
  double size, disclaimer_height;

  *self = (CoachSheetLayout) {
    .content = content,
    .setup = *setup,
    .is_large = is_large,
    .context = coach_paper_text_make_context (font, content->is_rtl),
    .pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
    .width = setup->width_pt - setup->left_pt - setup->right_pt,
  };
  size = coach_sheet_get_size (self, COACH_SHEET_TEXT);
  self->is_too_small = self->width < MIN_LETTERS * size;
  if (self->is_too_small)
    return;
  self->bottom = setup->height_pt - setup->bottom_pt - measure_foot (self, &disclaimer_height)
                 - FOOT_BLANK;
  self->is_too_small = coach_sheet_layout_get_body (self) < MIN_LINES * size;
  if (!self->is_too_small)
    add_all (self);
}

/**
 * coach_sheet_layout_clear:
 * @self: a layout
 *
 * Drops what it holds.
 */
void
coach_sheet_layout_clear (CoachSheetLayout *self)
{
  g_clear_object (&self->context);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
}
