#pragma once

#include "coach-window.h"

G_BEGIN_DECLS

/**
 * CoachWindowGate:
 *
 * The one way to a session: whatever wants to start one asks here, and what is in the way of it is
 * shown, a page after the other.
 */
typedef struct _CoachWindowGate CoachWindowGate;

CoachWindowGate *coach_window_gate_new            (CoachWindow     *window);
void             coach_window_gate_free           (CoachWindowGate *self);
void             coach_window_gate_greet          (CoachWindowGate *self);
void             coach_window_gate_open           (CoachWindowGate *self,
                                                   CoachRoutine    *routine);
gboolean         coach_window_gate_lets_print     (CoachWindowGate *self);
void             coach_window_gate_check_in       (CoachWindowGate *self);
void             coach_window_gate_show_welcome   (CoachWindowGate *self);
void             coach_window_gate_show_warning   (CoachWindowGate *self);
void             coach_window_gate_show_screening (CoachWindowGate *self,
                                                   const char      *reason);

G_END_DECLS
