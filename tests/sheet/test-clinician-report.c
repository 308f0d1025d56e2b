#include "config.h"

#include "coach-report-layout-private.h"
#include "report-fixture.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/* Rounding of text extents, in points. */
#define SLACK 0.01

typedef void (*PageFunc) (const CoachReportPage *page, double width, double height);

static void
visit_page (ReportSize size,
            gboolean   is_rtl,
            CoachPaper paper,
            guint      page,
            PageFunc   visit)
{
  g_autoptr (CoachClinicianReport) report = report_fixture_make (size, is_rtl);
  g_auto (CoachReportPage) laid_out = { 0 };
  cairo_surface_t *surface;
  double width, height;
  cairo_t *cr;

  coach_paper_get_size (paper, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (NULL, NULL, width, height);
  cr = cairo_create (surface);
  coach_report_page_init (&laid_out, report, cr, page, width, height);
  visit (&laid_out, width, height);
  coach_clinician_report_draw_page (report, cr, page, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
visit_all (PageFunc visit)
{
  for (int size = REPORT_EMPTY; size <= REPORT_HUGE; size++)
    for (int is_rtl = 0; is_rtl <= 1; is_rtl++)
      for (int paper = COACH_PAPER_A4; paper <= COACH_PAPER_LETTER; paper++)
        for (guint page = 0; page < COACH_REPORT_PAGES; page++)
          visit_page ((ReportSize) size, is_rtl, (CoachPaper) paper, page, visit);
}

static gboolean
is_apart (const CoachReportBox *a,
          const CoachReportBox *b)
{
  return a->x + a->width <= b->x + SLACK || b->x + b->width <= a->x + SLACK
         || a->y + a->height <= b->y + SLACK || b->y + b->height <= a->y + SLACK;
}

static void
assert_apart (const CoachReportPage *page,
              double                 width,
              double                 height)
{
  for (guint i = 0; i < page->boxes->len; i++)
    {
      const CoachReportBox *a = &g_array_index (page->boxes, CoachReportBox, i);

      g_assert_cmpfloat (a->x, >=, 0);
      g_assert_cmpfloat (a->x + a->width, <=, width);
      g_assert_cmpfloat (a->y, >=, 0);
      g_assert_cmpfloat (a->y + a->height, <=, height);
      for (guint j = i + 1; j < page->boxes->len; j++)
        g_assert_true (is_apart (a, &g_array_index (page->boxes, CoachReportBox, j)));
    }
}

static void
test_apart (void)
{
  g_test_summary ("On no page, of either paper, does anything lie on something else or off it.");

  visit_all (assert_apart);
}

static guint
count_text (const CoachReportPage *page,
            const char            *text)
{
  guint n = 0;

  for (guint i = 0; i < page->boxes->len; i++)
    {
      const CoachReportBox *box = &g_array_index (page->boxes, CoachReportBox, i);

      if (box->layout != NULL && strstr (pango_layout_get_text (box->layout), text) != NULL)
        n++;
    }
  return n;
}

static void
assert_cut (const CoachReportPage *page,
            double                 width,
            double                 height)
{
  /* What was done, what hurt and warning signs; one bench has its row. */
  g_assert_cmpuint (count_text (page, "more"), >=, 3);
  g_assert_cmpuint (count_text (page, "Left out for now 1"), ==, 1);
  g_assert_cmpuint (count_text (page, "What hurt 1"), >=, 1);
  g_assert_cmpuint (count_text (page, "Warning signs 1"), >=, 1);
}

static void
test_cut (void)
{
  g_test_summary ("A list that is too long says how much more there is, and leaves room for others.");

  visit_page (REPORT_HUGE, FALSE, COACH_PAPER_A4, 1, assert_cut);
  visit_page (REPORT_HUGE, FALSE, COACH_PAPER_LETTER, 1, assert_cut);
}

static void
assert_empty (const CoachReportPage *page,
              double                 width,
              double                 height)
{
  g_assert_cmpuint (count_text (page, "None in this time."), ==, 3);
  g_assert_cmpuint (count_text (page, "Page 2 of 2"), ==, 1);
}

static void
test_empty (void)
{
  g_test_summary ("Where nothing was kept, each list says so.");

  visit_page (REPORT_EMPTY, FALSE, COACH_PAPER_A4, 1, assert_empty);
}

static char *
write_file (const char *name)
{
  g_autoptr (CoachClinicianReport) report = report_fixture_make (REPORT_SMALL, FALSE);
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  coach_clinician_report_write_pdf (report, path, COACH_PAPER_A4, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static void
test_file (void)
{
  g_autofree char *one = write_file ("one.pdf");
  g_autofree char *other = write_file ("other.pdf");
  g_autofree char *bytes = NULL;
  g_autofree char *other_bytes = NULL;
  gsize length, other_length;
  struct stat status;

  g_test_summary ("The same report gives the same bytes, for the person alone to read.");

  g_assert_true (g_file_get_contents (one, &bytes, &length, NULL));
  g_assert_true (g_file_get_contents (other, &other_bytes, &other_length, NULL));
  g_assert_cmpmem (bytes, length, other_bytes, other_length);
  g_assert_cmpint (stat (one, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_no_folder (void)
{
  g_autoptr (CoachClinicianReport) report = report_fixture_make (REPORT_SMALL, FALSE);
  g_autoptr (GError) error = NULL;

  g_test_summary ("A file that cannot be written is an error that names it.");

  g_assert_false (coach_clinician_report_write_pdf (report, "/no/such/folder/report.pdf",
                                                    COACH_PAPER_A4, &error));
  g_assert_error (error, COACH_SHEET_ERROR, COACH_SHEET_ERROR_WRITING);
  g_assert_nonnull (strstr (error->message, "/no/such/folder/report.pdf"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/clinician-report/apart", test_apart);
  g_test_add_func ("/clinician-report/cut", test_cut);
  g_test_add_func ("/clinician-report/empty", test_empty);
  g_test_add_func ("/clinician-report/file", test_file);
  g_test_add_func ("/clinician-report/no-folder", test_no_folder);

  return g_test_run ();
}
