#pragma once

#include <gio/gio.h>

#include "coach-journal.h"

G_BEGIN_DECLS

#define COACH_TYPE_PROFILE_STORE (coach_profile_store_get_type ())
G_DECLARE_FINAL_TYPE (CoachProfileStore, coach_profile_store, COACH, PROFILE_STORE, GObject)

CoachProfileStore *coach_profile_store_new    (CoachJournal       *journal,
                                               CoachProfile       *profile);
gboolean           coach_profile_store_load   (CoachProfileStore  *self,
                                               GError            **error);
void               coach_profile_store_save   (CoachProfileStore  *self);
void               coach_profile_store_forget (CoachProfileStore  *self);
gboolean           coach_profile_read_file    (const char         *path,
                                               CoachProfile       *profile,
                                               GError            **error);

G_END_DECLS
