/* Reports of nothing, of a fortnight, and of far more than fits. */
#pragma once

#include "sheet.h"

G_BEGIN_DECLS

typedef enum
{
  REPORT_EMPTY,
  REPORT_SMALL,
  REPORT_HUGE,
} ReportSize;

CoachClinicianReport *report_fixture_make (ReportSize size,
                                           gboolean   is_rtl);

G_END_DECLS
