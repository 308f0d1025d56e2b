/* The keys of "It hurts": a knee must not leave a move out or end the session, here neither. */
#pragma once

#include "coach-hurts-dialog.h"

G_BEGIN_DECLS

typedef struct _CoachHurtsDialogKeys CoachHurtsDialogKeys;

CoachHurtsDialogKeys *coach_hurts_dialog_keys_new        (CoachHurtsDialog     *dialog,
                                                          CoachClock           *clock,
                                                          gboolean              in_session);
void                  coach_hurts_dialog_keys_free       (CoachHurtsDialogKeys *self);
int                   coach_hurts_dialog_keys_get_number (guint                 key);

/* In coach-hurts-dialog.c. */
void                  coach_hurts_dialog_press           (CoachHurtsDialog     *self,
                                                          guint                 key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachHurtsDialogKeys, coach_hurts_dialog_keys_free)

G_END_DECLS
