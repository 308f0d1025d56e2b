#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define COACH_TYPE_CONDITION (coach_condition_get_type ())
G_DECLARE_FINAL_TYPE (CoachCondition, coach_condition, COACH, CONDITION, GObject)

const char *coach_condition_get_id (CoachCondition *self);
const char *coach_condition_get_name (CoachCondition *self);
const char *coach_condition_get_question (CoachCondition *self);
const char *coach_condition_get_explain (CoachCondition *self);

G_END_DECLS
