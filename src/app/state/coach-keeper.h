#pragma once

#include <gio/gio.h>

#include "journal.h"

G_BEGIN_DECLS

#define COACH_TYPE_KEEPER (coach_keeper_get_type ())
G_DECLARE_FINAL_TYPE (CoachKeeper, coach_keeper, COACH, KEEPER, GObject)

CoachKeeper *coach_keeper_new              (CoachJournal *journal,
                                            CoachClock   *clock);
void         coach_keeper_load_profile     (CoachKeeper  *self,
                                            CoachProfile *profile,
                                            CoachCatalog *catalog);
void         coach_keeper_load_diary       (CoachKeeper  *self,
                                            CoachDiary   *diary);
void         coach_keeper_keep             (CoachKeeper  *self);
void         coach_keeper_reload           (CoachKeeper  *self,
                                            gboolean      with_profile);
gboolean     coach_keeper_erase            (CoachKeeper  *self,
                                            GError      **error);
void         coach_keeper_flush            (CoachKeeper  *self);

G_END_DECLS
