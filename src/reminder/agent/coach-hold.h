#pragma once

#include "reminder.h"

G_BEGIN_DECLS

#define COACH_TYPE_HOLD (coach_hold_get_type ())
G_DECLARE_DERIVABLE_TYPE (CoachHold, coach_hold, COACH, HOLD, GObject)

struct _CoachHoldClass
{
  GObjectClass parent_class;
};

CoachReminderHolds coach_hold_get (CoachHold          *self);
void               coach_hold_set (CoachHold          *self,
                                   CoachReminderHolds  holds);

G_END_DECLS
