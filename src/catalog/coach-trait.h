#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define COACH_TYPE_TRAIT (coach_trait_get_type ())
G_DECLARE_FINAL_TYPE (CoachTrait, coach_trait, COACH, TRAIT, GObject)

const char *coach_trait_get_id (CoachTrait *self);
const char *coach_trait_get_name (CoachTrait *self);
const char *coach_trait_get_meaning (CoachTrait *self);

G_END_DECLS
