#pragma once

#include <gio/gio.h>

#include "coach-diary-records.h"
#include "host.h"

G_BEGIN_DECLS

#define COACH_TYPE_JOURNAL (coach_journal_get_type ())
G_DECLARE_FINAL_TYPE (CoachJournal, coach_journal, COACH, JOURNAL, GObject)

CoachJournal *coach_journal_new           (CoachPlaces          *places);
gboolean      coach_journal_open          (CoachJournal         *self,
                                           GError              **error);
gboolean      coach_journal_was_restored  (CoachJournal         *self,
                                           GDateTime           **last,
                                           const char          **aside);
gboolean      coach_journal_repair        (CoachJournal         *self);
void          coach_journal_add_break     (CoachJournal         *self,
                                           GDateTime            *when,
                                           const char           *kind,
                                           guint                 length_s,
                                           guint                 sat_s);
gboolean      coach_journal_flush         (CoachJournal         *self,
                                           GError              **error);
void          coach_journal_back_up_async (CoachJournal         *self,
                                           const GDate          *today,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean      coach_journal_back_up_finish (CoachJournal        *self,
                                            GAsyncResult        *result,
                                            GError             **error);
gboolean      coach_journal_peek          (CoachJournal         *self,
                                           CoachProfile         *profile,
                                           CoachDiaryRecords    *records,
                                           gboolean             *is_there,
                                           GError              **error);
gboolean      coach_journal_check         (CoachJournal         *self,
                                           GError              **error);
gboolean      coach_journal_erase         (CoachJournal         *self,
                                           GError              **error);

G_END_DECLS
