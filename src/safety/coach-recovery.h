#pragma once

#include "coach-pain.h"

G_BEGIN_DECLS

/**
 * CoachRecoverySession:
 * @day: the local day of the session
 * @was_half_dose: whether it was a half dose
 * @has_hour_after: whether the question of an hour after was answered
 * @hour_after: its colour
 * @has_morning: whether the question of the next morning was answered
 * @morning: its colour
 * @has_second_morning: whether it was asked again the morning after a red one
 * @second_morning: its colour
 * @asked_for_rest: whether "It hurts" asked for a rest day after it
 *
 * How one session agreed with the person.
 */
typedef struct
{
  GDate           day;
  gboolean        was_half_dose;
  gboolean        has_hour_after;
  CoachPainColour hour_after;
  gboolean        has_morning;
  CoachPainColour morning;
  gboolean        has_second_morning;
  CoachPainColour second_morning;
  gboolean        asked_for_rest;
} CoachRecoverySession;

/**
 * CoachRecoveryDay:
 * @day: a local day with a check-in
 * @worst: the highest of all scores on it
 *
 * How bad one day was; for the flare-up mode.
 */
typedef struct
{
  GDate day;
  guint worst;
} CoachRecoveryDay;

/**
 * CoachRecovery:
 * @is_rest_day: today is for rest and gentle walking
 * @rest_until: the last day of rest; valid when @is_rest_day
 * @is_half_dose: the next session is half a dose
 * @is_easier: gentler variants are taken
 * @can_step_up: one small step up may be offered
 * @see_clinician: talk to a doctor or physiotherapist within a few days
 * @same_day: a clinician should look at it today
 * @offers_flare: flare-up mode is offered
 * @ends_flare: flare-up mode ends by itself
 *
 * What the traffic lights of the last days ask for. A plain value.
 */
typedef struct
{
  gboolean is_rest_day;
  GDate    rest_until;
  gboolean is_half_dose;
  gboolean is_easier;
  gboolean can_step_up;
  gboolean see_clinician;
  gboolean same_day;
  gboolean offers_flare;
  gboolean ends_flare;
} CoachRecovery;

CoachRecovery coach_recovery_from (CoachCatalog               *catalog,
                                   const CoachRecoverySession *sessions,
                                   guint                       n_sessions,
                                   const CoachRecoveryDay     *days,
                                   guint                       n_days,
                                   const GDate                *flare_since,
                                   const GDate                *today);

G_END_DECLS
