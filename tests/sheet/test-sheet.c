#include "config.h"

#include <math.h>
#include <string.h>

#include "sheet-fixture.h"

#define SLACK 0.6

static const CoachPageSetup small_paper = { 300, 420, 20, 20, 20, 20 };

static CoachSheet *
make_sheet (const SheetSample    *sample,
            const CoachPageSetup *setup,
            gboolean              is_large)
{
  g_autoptr (GError) error = NULL;
  CoachSheet *sheet = coach_sheet_new (sheet_fixture_make (sample), setup, is_large, &error);

  g_assert_no_error (error);
  return sheet;
}

/* The ink of a text, which is less than its box where lines are short. */
static gboolean
is_solid (const CoachSheetBox *box)
{
  return box->kind == COACH_SHEET_BOX_TEXT || box->kind == COACH_SHEET_BOX_PICTURE
         || box->kind == COACH_SHEET_BOX_TICK || box->kind == COACH_SHEET_BOX_CODE;
}

static gboolean
overlap (const CoachSheetBox *a,
         const CoachSheetBox *b)
{
  return fmin (a->x + a->width, b->x + b->width) - fmax (a->x, b->x) > SLACK
         && fmin (a->y + a->height, b->y + b->height) - fmax (a->y, b->y) > SLACK;
}

static void
check_box (const CoachSheetLayout *layout,
           const CoachSheetBox    *box)
{
  const CoachPageSetup *setup = &layout->setup;

  g_assert_cmpfloat (box->x, >=, setup->left_pt - SLACK);
  g_assert_cmpfloat (box->y, >=, setup->top_pt - SLACK);
  g_assert_cmpfloat (box->x + box->width, <=, setup->width_pt - setup->right_pt + SLACK);
  g_assert_cmpfloat (box->y + box->height, <=, setup->height_pt - setup->bottom_pt + SLACK);
  if (box->kind == COACH_SHEET_BOX_RULE || box->kind == COACH_SHEET_BOX_FRAME
      || box->kind == COACH_SHEET_BOX_TICK)
    g_assert_cmpfloat (box->line_pt, >=, 0.5);
  if (box->layout != NULL)
    {
      PangoRectangle logical;

      pango_layout_get_extents (box->layout, NULL, &logical);
      g_assert_cmpfloat ((double) logical.width / PANGO_SCALE, <=, box->width + SLACK);
      g_assert_cmpfloat ((double) logical.height / PANGO_SCALE, <=, box->height + SLACK);
    }
}

static const char *
get_words (const CoachSheetBox *box)
{
  return box->layout != NULL ? pango_layout_get_text (box->layout) : "a picture or a box";
}

/* Everything lies within the margins, and nothing on anything else. */
static void
check_boxes (CoachSheet *sheet)
{
  const CoachSheetLayout *layout = coach_sheet_get_layout (sheet);

  for (guint page = 0; page < layout->pages->len; page++)
    {
      GArray *boxes = g_ptr_array_index (layout->pages, page);

      g_assert_cmpuint (boxes->len, >, 3);
      for (guint i = 0; i < boxes->len; i++)
        {
          const CoachSheetBox *box = &g_array_index (boxes, CoachSheetBox, i);

          check_box (layout, box);
          for (guint j = 0; is_solid (box) && j < i; j++)
            {
              const CoachSheetBox *other = &g_array_index (boxes, CoachSheetBox, j);

              if (is_solid (other) && overlap (box, other))
                g_test_message ("page %u of %.0f x %.0f: “%s” lies on “%s”", page,
                                layout->setup.width_pt, layout->setup.height_pt, get_words (box),
                                get_words (other));
              g_assert_false (is_solid (other) && overlap (box, other));
            }
        }
    }
}

static char *
dup_text (CoachSheet *sheet)
{
  const CoachSheetLayout *layout = coach_sheet_get_layout (sheet);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint page = 0; page < layout->pages->len; page++)
    {
      GArray *boxes = g_ptr_array_index (layout->pages, page);

      for (guint i = 0; i < boxes->len; i++)
        {
          PangoLayout *words = g_array_index (boxes, CoachSheetBox, i).layout;

          if (words != NULL)
            g_string_append_printf (text, "%s\n", pango_layout_get_text (words));
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check_words (const char *text,
             const char *word,
             guint       n)
{
  const char *place = text;

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *wanted = g_strdup_printf ("%s%u", word, i);

      place = strstr (place, wanted);
      g_assert_nonnull (place);
      place += strlen (wanted);
    }
}

static void
draw (CoachSheet *sheet)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 850);
  cairo_t *cr = cairo_create (surface);

  for (guint page = 0; page < coach_sheet_get_n_pages (sheet); page++)
    coach_sheet_draw_page (sheet, cr, page);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_boxes (void)
{
  static const SheetSample samples[] = {
    { 1, 0, 0, NULL, FALSE },   { 6, 0, 0, "gone.png", FALSE }, { 2, 600, 0, NULL, FALSE },
    { 60, 0, 0, NULL, FALSE },  { 2, 0, 200, "gone.png", FALSE }, { 3, 0, 0, "gone.png", TRUE },
    { 2, 2000, 600, "gone.png", TRUE },
  };
  const CoachPageSetup setups[] = { coach_page_setup_for_paper (COACH_PAPER_A4),
                                    coach_page_setup_for_paper (COACH_PAPER_LETTER),
                                    small_paper };

  g_test_summary ("On no paper do words, pictures or boxes overlap, leave the page or get lost");
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint paper = 0; paper < G_N_ELEMENTS (setups); paper++)
      for (guint is_large = 0; is_large < (paper < 2 ? 2 : 1); is_large++)
        {
          g_autoptr (CoachSheet) sheet = make_sheet (&samples[i], &setups[paper], is_large == 1);
          g_autofree char *text = dup_text (sheet);

          check_boxes (sheet);
          check_words (text, "word", samples[i].n_words);
          check_words (text, "title", samples[i].title_letters / 7);
          draw (sheet);
        }
}

/* The page on which a text is, from 0; -1 when it is on none. */
static int
find_page (CoachSheet *sheet,
           const char *text)
{
  const CoachSheetLayout *layout = coach_sheet_get_layout (sheet);

  for (guint page = 0; page < layout->pages->len; page++)
    {
      GArray *boxes = g_ptr_array_index (layout->pages, page);

      for (guint i = 0; i < boxes->len; i++)
        {
          PangoLayout *words = g_array_index (boxes, CoachSheetBox, i).layout;

          if (words != NULL && g_str_equal (pango_layout_get_text (words), text))
            return (int) page;
        }
    }
  return -1;
}

static guint
count_text (CoachSheet *sheet,
            guint       page,
            const char *text)
{
  GArray *boxes = g_ptr_array_index (coach_sheet_get_layout (sheet)->pages, page);
  guint n = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      PangoLayout *words = g_array_index (boxes, CoachSheetBox, i).layout;

      n += words != NULL && g_str_has_prefix (pango_layout_get_text (words), text);
    }
  return n;
}

static void
test_breaks (void)
{
  SheetSample sample = { 60, 0, 0, "gone.png", FALSE };
  CoachPageSetup a4 = coach_page_setup_for_paper (COACH_PAPER_A4);
  g_autoptr (CoachSheet) sheet = make_sheet (&sample, &a4, FALSE);
  guint n_moves = 0;

  g_test_summary ("A page ends between moves, each with all that belongs to it");
  for (guint page = 0; page < coach_sheet_get_n_pages (sheet); page++)
    {
      guint n = count_text (sheet, page, "Neck side stretch ");

      g_assert_cmpuint (count_text (sheet, page, "Hold 30 seconds"), ==, n);
      g_assert_cmpuint (count_text (sheet, page, "1.\t"), ==, n);
      g_assert_cmpuint (count_text (sheet, page, "2.\t"), ==, n);
      n_moves += n;
    }
  g_assert_cmpuint (n_moves, ==, 60);
  g_assert_cmpint (find_page (sheet, "Neck side stretch 60"), >, 10);
}

static void
test_too_high (void)
{
  SheetSample sample = { 2, 1500, 0, NULL, FALSE };
  CoachPageSetup a4 = coach_page_setup_for_paper (COACH_PAPER_A4);
  g_autoptr (CoachSheet) sheet = make_sheet (&sample, &a4, FALSE);

  g_test_summary ("A move that is higher than a page goes on, and says so");
  g_assert_cmpint (find_page (sheet, "Neck side stretch 1"), ==, 1);
  g_assert_cmpint (find_page (sheet, "Neck side stretch 1 (continued)"), ==, 2);
  g_assert_cmpint (find_page (sheet, "Neck side stretch 2"), >=, 2);
}

static void
test_mirrored (void)
{
  SheetSample sample = { 1, 0, 0, "gone.png", FALSE };
  CoachPageSetup setup = { 595, 842, 30, 60, 42, 42 };
  g_autoptr (CoachSheet) ltr = make_sheet (&sample, &setup, FALSE);
  g_autoptr (CoachSheet) rtl = NULL;
  const CoachSheetBox *first = NULL;
  GArray *boxes;

  g_test_summary ("What runs from right to left begins at the right margin");
  sample.is_rtl = TRUE;
  rtl = make_sheet (&sample, &setup, FALSE);
  for (guint side = 0; side < 2; side++)
    {
      boxes = g_ptr_array_index (coach_sheet_get_layout (side == 0 ? ltr : rtl)->pages, 0);
      for (guint i = 0; i < boxes->len; i++)
        if (g_array_index (boxes, CoachSheetBox, i).kind == COACH_SHEET_BOX_PICTURE)
          {
            first = &g_array_index (boxes, CoachSheetBox, i);
            break;
          }
      g_assert_nonnull (first);
      g_assert_cmpfloat_with_epsilon (side == 0 ? first->x : 535 - first->x - first->width,
                                      side == 0 ? 30 : 0, SLACK);
    }
  first = &g_array_index (boxes, CoachSheetBox, 0);
  g_assert_cmpint (pango_layout_get_line_readonly (first->layout, 0)->resolved_dir, ==,
                   PANGO_DIRECTION_RTL);
}

static void
test_too_small (void)
{
  static const CoachPageSetup papers[] = {
    { 100, 842, 10, 10, 10, 10 }, { 595, 120, 42, 42, 42, 42 }, { 60, 60, 42, 42, 42, 42 },
  };
  SheetSample sample = { 3, 0, 0, "gone.png", FALSE };

  g_test_summary ("Paper on which nothing can be read is refused");
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CoachSheet) sheet = coach_sheet_new (sheet_fixture_make (&sample), &papers[i],
                                                      FALSE, &error);

      g_assert_error (error, COACH_SHEET_ERROR, COACH_SHEET_ERROR_TOO_SMALL);
      g_assert_null (sheet);
    }
}

static void
test_unwritable (void)
{
  SheetSample sample = { 1, 0, 0, NULL, FALSE };
  CoachPageSetup a4 = coach_page_setup_for_paper (COACH_PAPER_A4);
  g_autoptr (CoachSheet) sheet = make_sheet (&sample, &a4, FALSE);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "none", "a.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_test_summary ("What cannot be written is told with its name");
  g_assert_false (coach_sheet_write_pdf (sheet, path, &error));
  g_assert_error (error, COACH_SHEET_ERROR, COACH_SHEET_ERROR_WRITING);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_code (void)
{
  g_autofree char *long_text = g_strnfill (1200, 'a');
  g_autofree char *too_long = g_strnfill (1300, 'a');
  g_autoptr (CoachSheetCode) code = coach_sheet_code_new ("short");
  g_autoptr (CoachSheetCode) large = coach_sheet_code_new (long_text);
  g_autoptr (CoachSheetCode) none = coach_sheet_code_new (too_long);

  g_test_summary ("A code is never finer than a telephone can read");
  g_assert_cmpuint (code->size, ==, 21);
  g_assert_cmpuint (large->size, ==, 117);
  g_assert_null (none);
  g_assert_cmpfloat (coach_sheet_code_get_width_pt (large) / (large->size + 8), >,
                     72 * 0.33 / 25.4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/sheet/sheet/boxes", test_boxes);
  g_test_add_func ("/sheet/sheet/breaks", test_breaks);
  g_test_add_func ("/sheet/sheet/too-high", test_too_high);
  g_test_add_func ("/sheet/sheet/mirrored", test_mirrored);
  g_test_add_func ("/sheet/sheet/too-small", test_too_small);
  g_test_add_func ("/sheet/sheet/unwritable", test_unwritable);
  g_test_add_func ("/sheet/sheet/code", test_code);
  return g_test_run ();
}
