#pragma once

#include "coach-hold.h"
#include "presence.h"

G_BEGIN_DECLS

/**
 * CoachHoldServiceId:
 * @COACH_HOLD_KDE: do not disturb, told by the server of notifications
 * @COACH_HOLD_XFCE: do not disturb among the settings of Xfce
 * @COACH_HOLD_SESSION_MANAGER: who keeps a session of GNOME, Cinnamon or MATE from idleness
 * @COACH_HOLD_POWERDEVIL: who keeps the screen on in KDE
 * @COACH_HOLD_LOGIND: who keeps the machine from idleness
 * @COACH_HOLD_N_SERVICES: how many there are
 *
 * Who tells on a bus.
 */
typedef enum
{
  COACH_HOLD_KDE,
  COACH_HOLD_XFCE,
  COACH_HOLD_SESSION_MANAGER,
  COACH_HOLD_POWERDEVIL,
  COACH_HOLD_LOGIND,
  COACH_HOLD_N_SERVICES,
} CoachHoldServiceId;

#define COACH_TYPE_HOLD_SERVICE (coach_hold_service_get_type ())
G_DECLARE_FINAL_TYPE (CoachHoldService, coach_hold_service, COACH, HOLD_SERVICE, CoachHold)

CoachHold *coach_hold_service_new (CoachHoldServiceId  id,
                                   CoachBusLink       *session_bus,
                                   CoachBusLink       *system_bus);

G_END_DECLS
