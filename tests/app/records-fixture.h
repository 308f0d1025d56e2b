/* What was kept, put together by hand. */
#pragma once

#include "journal.h"

G_BEGIN_DECLS

void records_fixture_add_checkin (CoachDiaryRecords *records,
                                  const char        *when,
                                  CoachZone          zone,
                                  guint8             score,
                                  CoachPainFlags     left);
CoachDiarySession *records_fixture_add_session (CoachDiaryRecords *records,
                                                const char        *began,
                                                const char        *movement,
                                                guint              left_s,
                                                guint              right_s,
                                                guint              both_s);
void records_fixture_add_break   (CoachDiaryRecords *records,
                                  const char        *when,
                                  guint              sat_s);
CoachDiaryHurt *records_fixture_add_hurt (CoachDiaryRecords *records,
                                          const char        *when,
                                          const char        *session,
                                          const char        *movement);

G_END_DECLS
