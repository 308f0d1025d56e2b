/* write-sheet FILE: writes an Arabic sample sheet, for test_sheet_pdf.py to read. */
#include "config.h"

#include "sheet-fixture.h"

int
main (int    argc,
      char **argv)
{
  SheetSample sample = { 3, 0, 0, NULL, TRUE };
  CoachPageSetup a4 = coach_page_setup_for_paper (COACH_PAPER_A4);
  g_autoptr (CoachSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, ==, 2);
  sheet = coach_sheet_new (sheet_fixture_make (&sample), &a4, FALSE, &error);
  if (sheet != NULL && coach_sheet_write_pdf (sheet, argv[1], &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
