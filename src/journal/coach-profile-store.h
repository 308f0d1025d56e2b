#pragma once

#include <gio/gio.h>

#include "host.h"
#include "safety.h"

G_BEGIN_DECLS

#define COACH_TYPE_PROFILE_STORE (coach_profile_store_get_type ())
G_DECLARE_FINAL_TYPE (CoachProfileStore, coach_profile_store, COACH, PROFILE_STORE, GObject)

CoachProfileStore *coach_profile_store_new         (CoachPlaces          *places,
                                                    CoachProfile         *profile);
gboolean           coach_profile_store_load        (CoachProfileStore    *self,
                                                    GError              **error);
void               coach_profile_store_save_async  (CoachProfileStore    *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean           coach_profile_store_save_finish (CoachProfileStore    *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
gboolean           coach_profile_store_flush       (CoachProfileStore    *self,
                                                    GError              **error);
gboolean           coach_profile_read_file         (const char           *path,
                                                    CoachProfile         *profile,
                                                    GError              **error);

G_END_DECLS
