#pragma once

#include "host.h"
#include "safety.h"

G_BEGIN_DECLS

#define COACH_TYPE_PACK_TIMER (coach_pack_timer_get_type ())
G_DECLARE_FINAL_TYPE (CoachPackTimer, coach_pack_timer, COACH, PACK_TIMER, GObject)

CoachPackTimer *coach_pack_timer_new              (CoachClock             *clock);
void            coach_pack_timer_start            (CoachPackTimer         *self,
                                                   CoachPackKind           kind,
                                                   const CoachPackNumbers *numbers,
                                                   guint                   minutes);
void            coach_pack_timer_confirm_skin     (CoachPackTimer         *self);
void            coach_pack_timer_take_off         (CoachPackTimer         *self);

CoachPackStage  coach_pack_timer_get_stage        (CoachPackTimer         *self);
CoachPackKind   coach_pack_timer_get_kind         (CoachPackTimer         *self);
guint           coach_pack_timer_get_minutes      (CoachPackTimer         *self);
GDateTime      *coach_pack_timer_get_began        (CoachPackTimer         *self);
gint64          coach_pack_timer_get_remaining_us (CoachPackTimer         *self);
gint64          coach_pack_timer_get_worn_us      (CoachPackTimer         *self);

G_END_DECLS
