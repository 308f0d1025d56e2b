/* write-report SIZE DIRECTION PAPER FILE: writes a sample report, for test_report_pdf.py to read. */
#include "config.h"

#include <stdlib.h>

#include "report-fixture.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (CoachClinicianReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, ==, 5);
  report = report_fixture_make ((ReportSize) atoi (argv[1]), g_str_equal (argv[2], "rtl"));
  if (coach_clinician_report_write_pdf (report, argv[4],
                                        g_str_equal (argv[3], "a4") ? COACH_PAPER_A4
                                                                    : COACH_PAPER_LETTER,
                                        &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
