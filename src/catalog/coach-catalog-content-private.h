#pragma once

#include "coach-catalog-private.h"

G_BEGIN_DECLS

void coach_catalog_read_traits      (CoachCatalog       *self,
                                     CoachContentReader *reader);
void coach_catalog_read_conditions  (CoachCatalog       *self,
                                     CoachContentReader *reader);
void coach_catalog_read_rules       (CoachCatalog       *self,
                                     CoachContentReader *reader);
void coach_catalog_read_screening   (CoachCatalog       *self,
                                     CoachContentReader *reader);
void coach_catalog_read_safety      (CoachCatalog       *self,
                                     CoachContentReader *reader);
void coach_catalog_read_pain        (CoachCatalog       *self,
                                     CoachContentReader *reader);
void coach_catalog_read_movement    (CoachCatalog       *self,
                                     CoachContentReader *reader);
void coach_catalog_read_avoid_entry (CoachCatalog       *self,
                                     CoachContentReader *reader);
void coach_catalog_read_routine     (CoachCatalog       *self,
                                     CoachContentReader *reader);
void coach_catalog_read_activities  (CoachCatalog       *self,
                                     CoachContentReader *reader);
void coach_catalog_read_article     (CoachCatalog       *self,
                                     CoachContentReader *reader);

G_END_DECLS
