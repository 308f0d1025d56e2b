/* What is kept from one printing to the next, and what is drawn on paper. */
#include <gtk/gtk.h>
#include <glib/gstdio.h>

#include "coach-print-memory.h"
#include "coach-print-operation.h"

static void
test_kept (void)
{
  g_autofree char *folder = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", folder);
  g_autofree char *path = g_build_filename (coach_places_get_config_dir (places), "lowtide",
                                            "printing.ini", NULL);
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_test_summary ("Printer and page set-up are kept, but not how often, which pages and where to");
  coach_print_memory_load (places, &settings, &setup);
  g_assert_null (gtk_print_settings_get_printer (settings));
  g_assert_cmpint (gtk_page_setup_get_orientation (setup), ==, GTK_PAGE_ORIENTATION_PORTRAIT);

  gtk_print_settings_set_printer (settings, "Attic");
  gtk_print_settings_set_n_copies (settings, 3);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///tmp/secret.pdf");
  gtk_page_setup_set_top_margin (setup, 30, GTK_UNIT_MM);
  g_assert_true (coach_print_memory_save (places, settings, setup, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_clear_object (&settings);
  g_clear_object (&setup);
  coach_print_memory_load (places, &settings, &setup);
  g_assert_cmpstr (gtk_print_settings_get_printer (settings), ==, "Attic");
  g_assert_cmpint (gtk_print_settings_get_n_copies (settings), ==, 1);
  g_assert_null (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI));
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_top_margin (setup, GTK_UNIT_MM), 30, 0.01);
}

static void
test_broken (void)
{
  g_autofree char *folder = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", folder);
  const char *config = coach_places_get_config_dir (places);
  g_autofree char *own = g_build_filename (config, "lowtide", NULL);
  g_autofree char *path = g_build_filename (own, "printing.ini", NULL);
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("A broken file is as none, and where nothing can be kept an error says so");
  g_assert_cmpint (g_mkdir_with_parents (own, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "[Page Setup]\nWidth=wide\n[", -1, NULL));
  coach_print_memory_load (places, &settings, &setup);
  g_assert_true (GTK_IS_PRINT_SETTINGS (settings));
  g_assert_true (GTK_IS_PAGE_SETUP (setup));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (own), ==, 0);
  g_assert_true (g_file_set_contents (own, "", 0, NULL));
  g_assert_false (coach_print_memory_save (places, settings, setup, &error));
  g_assert_nonnull (error);
}

typedef struct
{
  CoachPageSetup setup;
  guint          n_drawn;
  gboolean       is_freed;
} Pages;

static guint
lay_out (gpointer               pages,
         const CoachPageSetup  *setup,
         GError               **error)
{
  ((Pages *) pages)->setup = *setup;
  return 3;
}

static void
draw_page (gpointer  pages,
           cairo_t  *cr,
           guint     page)
{
  g_assert_cmpuint (page, ==, ((Pages *) pages)->n_drawn++);
}

static void
free_pages (gpointer pages)
{
  ((Pages *) pages)->is_freed = TRUE;
}

static const CoachPrintPages fake_pages = {
  .lay_out = lay_out,
  .draw_page = draw_page,
  .free = free_pages,
};

/* Exporting needs no printer, and goes the same way. */
static void
test_pages (void)
{
  g_autofree char *folder = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", folder);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  Pages pages = { .n_drawn = 0 };
  CoachPrintOperation *self = coach_print_operation_new (places, "Three", &fake_pages, &pages);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  g_test_summary ("Every page is drawn once, on the chosen paper and with the margins of files");
  coach_print_operation_set_paper (self, COACH_PAPER_LETTER);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_show_progress (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            NULL),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_cmpuint (pages.n_drawn, ==, 3);
  g_assert_cmpfloat_with_epsilon (pages.setup.width_pt, 612, 0.5);
  g_assert_cmpfloat_with_epsilon (pages.setup.height_pt, 792, 0.5);
  g_assert_cmpfloat (pages.setup.left_pt, >=, 42);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (self);
  g_assert_true (pages.is_freed);
}

static guint
fail_to_lay_out (gpointer               pages,
                 const CoachPageSetup  *setup,
                 GError               **error)
{
  g_set_error (error, COACH_SHEET_ERROR, COACH_SHEET_ERROR_TOO_SMALL, "too small");
  return 0;
}

static char *
describe_error (const GError *error)
{
  return g_strdup (error->message);
}

static const CoachPrintPages no_pages = {
  .lay_out = fail_to_lay_out,
  .draw_page = draw_page,
  .describe_error = describe_error,
  .free = free_pages,
};

static void
test_no_pages (void)
{
  g_autofree char *folder = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", folder);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  Pages pages = { .n_drawn = 0 };
  CoachPrintOperation *self = coach_print_operation_new (places, "None", &no_pages, &pages);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  g_test_summary ("Where nothing can be laid out, nothing is drawn, and nothing is kept");
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_show_progress (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            NULL),
                   ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_cmpuint (pages.n_drawn, ==, 0);
  g_assert_false (g_file_test (coach_places_get_config_dir (places), G_FILE_TEST_EXISTS));
  g_assert_finalize_object (self);
  g_assert_true (pages.is_freed);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/print/kept", test_kept);
  g_test_add_func ("/app/print/broken", test_broken);
  g_test_add_func ("/app/print/pages", test_pages);
  g_test_add_func ("/app/print/no-pages", test_no_pages);

  return g_test_run ();
}
