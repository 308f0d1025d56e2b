#pragma once

#include <glib-object.h>

#include "coach-side.h"

G_BEGIN_DECLS

#define COACH_TYPE_MOVE (coach_move_get_type ())
G_DECLARE_DERIVABLE_TYPE (CoachMove, coach_move, COACH, MOVE, GObject)

struct _CoachMoveClass
{
  GObjectClass parent_class;
};

const char         *coach_move_get_id           (CoachMove *self);
const char         *coach_move_get_name         (CoachMove *self);
const char         *coach_move_get_english_name (CoachMove *self);
const char * const *coach_move_get_traits       (CoachMove *self);
const char * const *coach_move_get_instead      (CoachMove *self);
const char         *coach_move_get_highlight    (CoachMove *self);
const char * const *coach_move_get_key_names    (CoachMove *self);
const char         *coach_move_get_main_key     (CoachMove *self);

G_END_DECLS
